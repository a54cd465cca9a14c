using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VillageLedger;

/// <summary>
/// Reads the fields of a request strictly. The first fault is kept and the rest answered with blanks, so that a reader is written straight
/// down; <c>null</c> counts as absent; fields that nobody asked for are refused, since a misspelt field would be lost in silence.
/// </summary>
public sealed class Fields
{
    private readonly JsonElement json;
    private readonly string path;
    private readonly Fields? outer;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private Refusal? fault;

    public Fields(JsonElement json)
        : this(json, "", null)
    {
    }

    private Fields(JsonElement json, string path, Fields? outer) => (this.json, this.path, this.outer) = (json, path, outer);

    public Refusal? Fault => outer is null ? fault : outer.Fault;

    public bool Failed => Fault is not null;

    public void Refuse(Refusal refusal)
    {
        if (outer is not null) outer.Refuse(refusal);
        else fault ??= refusal;
    }

    public void RefuseOthers()
    {
        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var member in json.EnumerateObject())
            if (!asked.Any(name => member.NameEquals(name))) Refuse(Refusal.Of(RefusalCode.FieldUnknown, ("field", path + Shown(NameOf(member) ?? "\ufffd"))));
    }

    public string Text(string name, int maxLength = 200) => OptionalText(name, maxLength) ?? Missing(name, "");

    public string? OptionalText(string name, int maxLength = 200)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) return Invalid<string?>(name, value, "text");
        var text = TextOf(name, value);
        if (text is null) return null;
        // A township named "径山镇 " could never be named rightly again.
        text = text.Trim();
        if (text.Length > maxLength) return Refused<string?>(Refusal.Of(RefusalCode.TextTooLong, ("field", path + name), ("limit", maxLength)));
        return text.Length == 0 ? Missing<string?>(name, null) : text;
    }

    /// <summary>A text about a natural person: no refusal quotes it.</summary>
    public string PersonalText(string name, int maxLength) => OptionalPersonalText(name, maxLength) ?? Missing(name, "");

    /// <summary>A text about a natural person: no refusal quotes it.</summary>
    public string? OptionalPersonalText(string name, int maxLength) => Find(name) is { ValueKind: not JsonValueKind.String }
        ? Refused<string?>(Refusal.Of(RefusalCode.FieldInvalid, ("field", path + name), ("value", "…"), ("expected", "text")))
        : OptionalText(name, maxLength);

    public T Value<T>(string name)
        where T : struct, IText<T> => Optional<T>(name) ?? Missing(name, default(T));

    public T? Optional<T>(string name)
        where T : struct, IText<T>
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String || TextOf(name, value) is not { } text) return Failed ? null : Invalid<T?>(name, value, T.Expected);
        return T.TryParse(text, out var parsed) ? parsed : Invalid<T?>(name, value, T.Expected);
    }

    public DateOnly Date(string name)
    {
        if (Find(name) is not { } value) return Missing(name, default(DateOnly));
        var text = value.ValueKind == JsonValueKind.String ? TextOf(name, value) : null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1900) return date;
        return Refused<DateOnly>(Refusal.Of(RefusalCode.DateInvalid, ("field", path + name), ("value", Shown(value.GetRawText()))));
    }

    public DateOnly? OptionalDate(string name) => Find(name) is null ? null : Date(name);

    /// <summary>Whole fen, never 0, within the bounds.</summary>
    public long? OptionalAmount(string name)
    {
        if (OptionalWhole(name, RefusalCode.AmountNotWholeFen, RefusalCode.AmountOutOfBounds) is not { } fen) return null;
        return fen == 0 ? Refused<long?>(Refusal.Of(RefusalCode.AmountZero, ("field", path + name))) : fen;
    }

    /// <summary>Whole fen, never 0, within the bounds.</summary>
    public long Amount(string name) => OptionalAmount(name) ?? Missing(name, 0L);

    /// <summary>Whole fen of either sign, 0 as well: a balance.</summary>
    public long? OptionalBalance(string name) => OptionalWhole(name, RefusalCode.AmountNotWholeFen, RefusalCode.AmountOutOfBounds);

    /// <summary>Whole fen, 0 or more.</summary>
    public long AmountOrZero(string name)
    {
        var fen = OptionalWhole(name, RefusalCode.AmountNotWholeFen, RefusalCode.AmountOutOfBounds) ?? Missing(name, 0L);
        return fen < 0 ? Refused<long>(Refusal.Of(RefusalCode.AmountNegative, ("field", path + name))) : fen;
    }

    /// <summary>Whole fen, 0 or more, or left out.</summary>
    public long? OptionalAmountOrZero(string name) => Find(name) is null ? null : AmountOrZero(name);

    /// <summary>Whole fen, more than 0.</summary>
    public long PositiveAmount(string name)
    {
        var fen = AmountOrZero(name);
        return fen == 0 ? Refused<long>(Refusal.Of(RefusalCode.AmountZero, ("field", path + name))) : fen;
    }

    /// <summary>Whole fen, more than 0, or left out.</summary>
    public long? OptionalPositiveAmount(string name) => Find(name) is null ? null : PositiveAmount(name);

    /// <summary>A whole number of things, 0 to 2^53 − 1.</summary>
    public long? OptionalWholeNumber(string name) =>
        OptionalWhole(name, RefusalCode.FieldInvalid, RefusalCode.FieldInvalid) is not { } number ? null : number >= 0 ? number : Invalid<long?>(name, Find(name)!.Value, "0 1 2 …");

    /// <summary>A number of things, 0 to <paramref name="max"/>.</summary>
    public int? OptionalCount(string name, int max)
    {
        if (OptionalWhole(name, RefusalCode.FieldInvalid, RefusalCode.FieldInvalid) is not { } count) return null;
        return count < 0 || count > max ? Invalid<int?>(name, Find(name)!.Value, $"0–{max}") : (int)count;
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public long Whole(string name, long min, long max)
    {
        if (OptionalWhole(name, RefusalCode.FieldInvalid, RefusalCode.FieldInvalid) is not { } number) return Missing(name, 0L);
        return number < min || number > max ? Invalid<long>(name, Find(name)!.Value, $"{min}–{max}") : number;
    }

    /// <summary>A rate in parts per million, 0 to 1,000,000.</summary>
    public int? OptionalRate(string name) => OptionalCount(name, AllocationTerms.MaxRatePpm);

    /// <summary>A whole number within the bounds; whether it may be negative is for <see cref="Weights.Check"/> to say.</summary>
    public long Weight(string name) => OptionalWhole(name, RefusalCode.FieldInvalid, RefusalCode.FieldInvalid) ?? Missing(name, 0L);

    /// <summary><c>true</c> or left out.</summary>
    public bool? OptionalTrue(string name) => Find(name) is not { } value ? null : value.ValueKind == JsonValueKind.True ? true : Invalid<bool?>(name, value, "true");

    /// <summary><c>true</c>, <c>false</c> or left out.</summary>
    public bool? OptionalFlag(string name) =>
        Find(name) is not { } value ? null : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Invalid<bool?>(name, value, "true | false");

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string name) => OptionalFlag(name) ?? Missing(name, false);

    /// <summary>One of a few words.</summary>
    public string Word(string name, params ReadOnlySpan<string> words) => OptionalWord(name, words) ?? Missing(name, "");

    /// <summary>One of a few words.</summary>
    public string? OptionalWord(string name, params ReadOnlySpan<string> words)
    {
        var text = OptionalText(name, 40);
        return text is null || words.Contains(text) ? text : Invalid<string?>(name, Find(name)!.Value, string.Join(" | ", words!));
    }

    public IReadOnlyList<T>? OptionalItems<T>(string name, Func<Fields, T> read, int maxCount = 10_000)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > maxCount) return Invalid<IReadOnlyList<T>?>(name, value, $"[ ≤ {maxCount} ]");
        var items = new List<T>();
        foreach (var item in value.EnumerateArray())
        {
            if (Failed) return items;
            var place = $"{path}{name}[{items.Count + 1}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", place), ("value", item.ValueKind == JsonValueKind.String ? "…" : Shown(item)), ("expected", "{ }")));
                return items;
            }

            var fields = new Fields(item, place + ".", this);
            items.Add(read(fields));
            fields.RefuseOthers();
        }

        return items;
    }

    public IReadOnlyList<T> Items<T>(string name, Func<Fields, T> read) => OptionalItems(name, read) ?? Missing<IReadOnlyList<T>>(name, []);

    /// <summary>A list of texts of one kind.</summary>
    public IReadOnlyList<T> Values<T>(string name, int maxCount = 1_000)
        where T : struct, IText<T>
    {
        if (Find(name) is not { } value) return Missing<IReadOnlyList<T>>(name, []);
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > maxCount) return Invalid<IReadOnlyList<T>?>(name, value, $"[ ≤ {maxCount} ]") ?? [];
        var items = new List<T>();
        foreach (var item in value.EnumerateArray())
        {
            var place = $"{name}[{items.Count + 1}]";
            if (item.ValueKind != JsonValueKind.String || TextOf(place, item) is not { } text || !T.TryParse(text, out var parsed))
                return Failed ? items : Invalid<IReadOnlyList<T>?>(place, item, T.Expected) ?? [];
            items.Add(parsed);
        }

        return items;
    }

    /// <summary>A list of texts of one kind, or left out.</summary>
    public IReadOnlyList<T>? OptionalValues<T>(string name, int maxCount = 1_000)
        where T : struct, IText<T> => Find(name) is null ? null : Values<T>(name, maxCount);

    /// <summary>A list of at least one.</summary>
    public IReadOnlyList<T> SomeItems<T>(string name, Func<Fields, T> read, int maxCount = 10_000)
    {
        var items = OptionalItems(name, read, maxCount) ?? Missing<IReadOnlyList<T>>(name, []);
        return items.Count > 0 || Failed ? items : Invalid<IReadOnlyList<T>>(name, Find(name)!.Value, $"[ 1 – {maxCount} ]") ?? [];
    }

    public T? OptionalPart<T>(string name, Func<Fields, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Object) return Invalid<T?>(name, value, "{ }");
        var fields = new Fields(value, path + name + ".", this);
        var part = read(fields);
        fields.RefuseOthers();
        return part;
    }

    /// <summary>Some of a few words, at least one.</summary>
    public IReadOnlyList<string> Words(string name, params string[] words) => OptionalWords(name, words) ?? Missing<IReadOnlyList<string>>(name, []);

    public IReadOnlyList<string>? OptionalWords(string name, params string[] words)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && words.Any(word => item.ValueEquals(word))))
            return value.GetArrayLength() == 0 ? null : [.. value.EnumerateArray().Select(item => item.GetString()!).Distinct()];
        return Invalid<IReadOnlyList<string>?>(name, value, $"[{string.Join(" | ", words)}]");
    }

    /// <summary>The line that this item is, for messages.</summary>
    public string Place => path.TrimEnd('.');

    /// <summary>Where a field stands, for messages: <c>members[2].identityNumber</c>.</summary>
    public string PathOf(string name) => path + name;

    private JsonElement? Find(string name)
    {
        asked.Add(name);
        return json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>Characters that are not seen but turn the text around them or hide in it: what is read would not be what was written.</summary>
    private static bool IsUnseen(char c) => c is '\u200b' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2069') or '\ufeff';

    private string? TextOf(string name, JsonElement value)
    {
        try
        {
            var text = value.GetString()!;
            if (!text.Any(c => (char.IsControl(c) && c != '\n') || IsUnseen(c))) return text;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape, has no text.
        }

        return Refused<string?>(Refusal.Of(RefusalCode.TextInvalid, ("field", path + name)));
    }

    private long? OptionalWhole(string name, RefusalCode notWhole, RefusalCode outOfBounds)
    {
        if (Find(name) is not { } value) return null;
        var raw = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : "";
        var digits = raw.StartsWith('-') ? raw[1..] : raw;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return Refused<long?>(Refusal.Of(notWhole, ("field", path + name), ("value", Shown(value.GetRawText())), ("expected", "0 1 2 …")));
        return long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Money.Fits(number)
            ? number
            : Refused<long?>(Refusal.Of(outOfBounds, ("field", path + name), ("value", Shown(raw)), ("expected", "±9007199254740991")));
    }

    private T Missing<T>(string name, T blank)
    {
        Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", path + name)));
        return blank;
    }

    private T Invalid<T>(string name, JsonElement value, string expected) =>
        Refused<T>(Refusal.Of(RefusalCode.FieldInvalid, ("field", path + name), ("value", Shown(value)), ("expected", expected)));

    private T Refused<T>(Refusal refusal)
    {
        Refuse(refusal);
        return default!;
    }

    /// <summary>A field's name; null when it holds half a surrogate pair, which has no text.</summary>
    internal static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What a list or an object holds may be a person's, and is not quoted.</summary>
    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "[ … ]",
        JsonValueKind.Object => "{ … }",
        _ => Shown(value.GetRawText()),
    };

    /// <summary>A value as a message may quote it: short, on one line.</summary>
    internal static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(60)) shown.Append(Rune.IsControl(rune) ? "�" : rune.ToString());
        return shown.ToString();
    }
}
