using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VillageLedger;

/// <summary>A value that is written and read as one text: ids, months, addresses.</summary>
public interface IText<T>
    where T : struct, IText<T>
{
    /// <summary>How it is written, for messages in any language: a pattern or an example.</summary>
    static abstract string Expected { get; }

    static abstract bool TryParse([NotNullWhen(true)] string? text, out T value);
}

/// <summary>Keeps an <see cref="IText{T}"/> in JSON as its text. Text that does not parse in a stored fact is corrupt data and throws.</summary>
public sealed class TextConverter<T> : JsonConverter<T>
    where T : struct, IText<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), out var value) ? value : throw new JsonException($"'{reader.GetString()}' is no {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
