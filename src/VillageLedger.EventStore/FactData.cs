using System.Text;
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
        var keys = new Keys();
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return "not a JSON object";
            do
            {
                if (FaultOf(ref reader, data, keys) is { } fault) return fault;
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

    private static string? FaultOf(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, Keys keys)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                keys.Open();
                return null;
            case JsonTokenType.EndObject:
                keys.Close();
                return null;
            case JsonTokenType.PropertyName:
                if (!Ascii.IsValid(reader.ValueSpan) || (reader.ValueIsEscaped && !reader.GetString()!.All(char.IsAscii))) return $"the key '{reader.GetString()}' is not ASCII";
                if (reader.ValueIsEscaped) return $"the key '{reader.GetString()}' is written with escapes";
                return keys.Add(data, (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length) ? null : $"the key '{reader.GetString()}' stands twice";
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

    /// <summary>The keys of the open objects by where they stand: every fact passes here, so nothing is copied.</summary>
    private sealed class Keys
    {
        /// <summary>Objects of facts have a dozen keys; beyond this they are looked up rather than compared one by one.</summary>
        private const int Few = 32;

        private readonly List<(int Start, int Length)> keys = [];
        private readonly Stack<int> opened = [];
        private HashSet<(int Object, string Key)>? many;

        public void Open() => opened.Push(keys.Count);

        public void Close() => keys.RemoveRange(opened.Peek(), keys.Count - opened.Pop());

        /// <summary>False when the innermost object has the key already.</summary>
        public bool Add(ReadOnlySpan<byte> data, int start, int length)
        {
            var first = opened.Peek();
            if (keys.Count - first >= Few) return AddToMany(data, first, start, length);
            var key = data.Slice(start, length);
            for (var i = first; i < keys.Count; i++)
                if (data.Slice(keys[i].Start, keys[i].Length).SequenceEqual(key)) return false;
            keys.Add((start, length));
            return true;
        }

        private bool AddToMany(ReadOnlySpan<byte> data, int first, int start, int length)
        {
            many ??= [];
            var owner = keys[first].Start;
            for (var i = first; i < keys.Count; i++) many.Add((owner, Encoding.ASCII.GetString(data.Slice(keys[i].Start, keys[i].Length))));
            return many.Add((owner, Encoding.ASCII.GetString(data.Slice(start, length))));
        }
    }
}
