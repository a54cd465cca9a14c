namespace VillageLedger.Reports;

/// <summary>What a reader must know of the form of a statement: where its rows are from, how certain they are, and which other forms of it there are.</summary>
internal static class StatementForm
{
    /// <summary>As many hex digits of a version as tell it from the others.</summary>
    private const int ShownDigits = 12;

    public static IEnumerable<string> NotesOf(RowMap map, RowMapsAt maps, string standard, string statement, Language language) => Of(map, maps, standard, statement, language).Select(note => note.Text);

    public static IReadOnlyList<StatementNote> Of(RowMap map, RowMapsAt maps, string standard, string statement, Language language)
    {
        var notes = map.Rows.GroupBy(row => (row.Certainty, row.Source)).OrderBy(rows => rows.Key.Certainty == "primary" ? 0 : 1)
            .Select(rows => new StatementNote("form", $"{statement} {rows.Key.Source}", Texts.Of($"report.statement.{rows.Key.Certainty}", language, ("source", rows.Key.Source)))).ToList();
        var others = RowMap.Versions.Carried.Where(carried => carried.Name == map.Name && carried.Version != map.Version).Select(carried => carried.Version[..ShownDigits]).ToList();
        if (others.Count > 0) notes.Add(new("versions", statement, Texts.Of("report.statement.versions", language, ("version", map.Version[..ShownDigits]), ("others", string.Join(", ", others)))));
        if (!maps.Has(standard, statement)) notes.Add(new("not-adopted", statement, Texts.Of("report.statement.not-adopted", language, ("name", map.Name))));
        return notes;
    }
}
