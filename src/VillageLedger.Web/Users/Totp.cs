using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace VillageLedger.Web;

/// <summary>A second factor: codes of six digits by the clock (RFC 6238: HMAC-SHA-1, steps of 30 seconds), as every authenticator has them.</summary>
internal sealed class Totp(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int StepSeconds = 30;
    private const int SecretBytes = 20;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret, protected for the database.</summary>
    public byte[] NewSecret(string user) => Protector(user).Protect(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The secret as somebody types it: Base32.</summary>
    public string Text(string user, byte[] secret) => Base32(Protector(user).Unprotect(secret));

    /// <summary>What an authenticator reads from a picture.</summary>
    public string Address(string user, byte[] secret) => $"otpauth://totp/VillageLedger:{Uri.EscapeDataString(user)}?secret={Text(user, secret)}&issuer=VillageLedger&algorithm=SHA1&digits=6&period={StepSeconds}";

    public static string Picture(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(code).GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>The step that a code belongs to, one more or less than the clock's; null when it is wrong.</summary>
    public long? StepOf(string user, byte[] secret, string code)
    {
        if (code.Length != 6) return null;
        var key = Protector(user).Unprotect(secret);
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = now - 1; step <= now + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(key, step)), Encoding.UTF8.GetBytes(code))) found = step;
        return found;
    }

    /// <summary>The six digits of a step.</summary>
    internal static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's own; HMAC does not rest on what SHA-1 lost.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private IDataProtector Protector(string user) => protection.CreateProtector("totp", user);

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var one in bytes)
        {
            (bits, count) = (((bits << 8) | one) & 0xfff, count + 8);
            for (; count >= 5; count -= 5) text.Append(Alphabet[(bits >> (count - 5)) & 31]);
        }

        if (count > 0) text.Append(Alphabet[(bits << (5 - count)) & 31]);
        return text.ToString();
    }
}
