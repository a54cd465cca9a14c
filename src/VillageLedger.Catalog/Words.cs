namespace VillageLedger.Catalog;

/// <summary>Texts in one language.</summary>
internal sealed class Words(Language language)
{
    public Language Language { get; } = language;

    public string this[string key] => Texts.Of(key, Language);

    public string this[string key, params (string Name, object? Value)[] values] => Texts.Of(key, Language, values);
}
