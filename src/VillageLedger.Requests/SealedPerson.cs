using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VillageLedger.Requests;

/// <summary>
/// A person's fields as they are kept: a JSON document (<c>name</c>, <c>identityNumber</c>, <c>bankAccount</c>, <c>phone</c>) encrypted by AES-256-GCM under a
/// key of its own, with the person's address as associated data, so that no row can be passed off as another's.
/// </summary>
/// <param name="Party">The address; a bare id in rows of the ledgers of before, which hold the name alone.</param>
internal sealed record SealedPerson(string Party, byte[] Key, byte[] Nonce, byte[] Cipher, byte[] Tag)
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SealedPerson Of(Person person)
    {
        var (key, nonce, tag) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(12), new byte[16]);
        var plain = Written(person);
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(person.Holder.Address));
        return new(person.Holder.Address, key, nonce, cipher, tag);
    }

    /// <summary>The person whose row it is. A row that was changed or moved throws <see cref="AuthenticationTagMismatchException"/>.</summary>
    public Person Open(Holder holder)
    {
        var plain = new byte[Cipher.Length];
        using var aes = new AesGcm(Key, Tag.Length);
        aes.Decrypt(Nonce, Cipher, Tag, plain, Encoding.UTF8.GetBytes(Party));
        return Party == holder.Address ? Read(holder, plain) : new(holder, Encoding.UTF8.GetString(plain));
    }

    private static byte[] Written(Person person)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Unescaped))
        {
            writer.WriteStartObject();
            writer.WriteString("name", person.Name);
            foreach (var (name, value) in new[] { ("identityNumber", person.IdentityNumber), ("bankAccount", person.BankAccount), ("phone", person.Phone) })
                if (value is not null) writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static Person Read(Holder holder, byte[] plain)
    {
        using var json = JsonDocument.Parse(plain);
        return new(holder, Text("name") ?? "", Text("identityNumber"), Text("bankAccount"), Text("phone"));

        string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
