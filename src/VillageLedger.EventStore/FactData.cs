using System.Text.Json;
using System.Text.Unicode;

namespace VillageLedger.EventStore;

/// <summary>What a fact's data may hold, so that it reads the same in every language and canonical form (RFC 8785).</summary>
public static class FactData
{
    private const int MaxDepth = 32;

    /// <summary>What is wrong with a fact's data, or null. Callers validate before, so what is found here is a fault of the program.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> data)
    {
        if (!Utf8.IsValid(data)) return "bytes that are not UTF-8";
        var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = MaxDepth });
        var keys = new Stack<HashSet<string>>();
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return "not a JSON object";
            do
            {
                if (FaultOf(ref reader, keys) is { } fault) return fault;
            }
            while (reader.Read());
        }
        catch (JsonException)
        {
            return "not JSON in UTF-8";
        }
        catch (InvalidOperationException)
        {
            return "half a surrogate pair";
        }

        return null;
    }

    /// <summary>What is wrong with a name or id beside the data, or null: PostgreSQL stores neither a NUL nor half a surrogate pair.</summary>
    internal static string? FaultOfText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) return "a NUL";
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return "half a surrogate pair";
            i++;
        }

        return null;
    }

    private static string? FaultOf(ref Utf8JsonReader reader, Stack<HashSet<string>> keys)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                keys.Push(new(StringComparer.Ordinal));
                return null;
            case JsonTokenType.EndObject:
                keys.Pop();
                return null;
            case JsonTokenType.PropertyName:
                var key = reader.GetString()!;
                if (!key.All(char.IsAscii)) return $"the key '{key}' is not ASCII";
                return keys.Peek().Add(key) ? null : $"the key '{key}' stands twice";
            case JsonTokenType.Null:
                return "a null";
            case JsonTokenType.Number:
                return !reader.ValueSpan.ContainsAny((byte)'.', (byte)'e', (byte)'E') && reader.TryGetInt64(out var number) && number is >= -Limits.WholeNumber and <= Limits.WholeNumber
                    ? null
                    : "a number that is not whole or beyond ±(2^53 − 1)";
            case JsonTokenType.String:
                return reader.ValueIsEscaped && reader.GetString()!.Contains('\0', StringComparison.Ordinal) ? "a NUL" : null;
            default:
                return null;
        }
    }
}
