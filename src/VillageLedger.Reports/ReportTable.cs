using System.Globalization;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What a column holds, for whoever writes it out.</summary>
public enum CellKind
{
    Text,

    /// <summary>An amount in fen.</summary>
    Fen,

    /// <summary>A number of things.</summary>
    Count,
    Flag,

    /// <summary>A part of a whole, in parts per million.</summary>
    Ppm,

    /// <summary>A quantity in thousandths of a unit; readers see it with its decimals.</summary>
    Quantity,

    /// <summary>One of a few fixed words; readers see the text <c>word.{column}.{word}</c>, or that of <see cref="ReportColumn.Words"/>.</summary>
    Word,
}

/// <summary>A column of a report; its name is fixed, its heading stands in the texts as <c>column.{report}.{name}</c> or <c>column.{name}</c>.</summary>
/// <param name="OnlyIfFilled">Readers see it only where a row has something in it; JSON and CSV always hold it.</param>
/// <param name="Heading">What it is headed with where that follows from the data, as in a column per account; null: the text.</param>
/// <param name="ShowsZero">Whether a reader sees a zero, as in a difference that was looked for, rather than nothing.</param>
/// <param name="Words">Whose texts its words have where a column of its name says something else by the same word in another report; null: the name's.</param>
public sealed record ReportColumn(string Name, CellKind Kind, bool OnlyIfFilled = false, string? Heading = null, bool ShowsZero = false, string? Words = null);

/// <summary>One thing that a report says of its whole subject, beside the rows.</summary>
public sealed record ReportHead(ReportColumn Column, object? Cell);

/// <summary>A report as it stood at a moment of the log. Cells are <see cref="string"/>, <see cref="long"/>, <see cref="bool"/> or null, one per column.</summary>
/// <param name="Totals">A closing row with the sums of the columns, or null; never part of the rows.</param>
public sealed record ReportTable(
    string Report, LogMoment AsOf, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<object?>? Totals = null)
{
    /// <summary>Whose and of when the report is, for a heading: <c>village/330110012201 · 2025-12</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What is true of all rows: who prepared the voucher whose lines they are. Readers see what is there above the rows.</summary>
    public IReadOnlyList<ReportHead> Head { get; init; } = [];

    /// <summary>What it is known by; null where nobody asked.</summary>
    public ReportFingerprint? Fingerprint { get; init; }

    /// <summary>What a reader must know beside the figures, a sentence each, in the reader's language.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The names of the columns that tell rows apart, the same at every position; see <see cref="RowKeys"/> unless given.</summary>
    public IReadOnlyList<string> Keys { get; init; } = RowKeys.Of(Report, Columns);

    /// <summary>
    /// What the figure in a row and a column (by their indexes) is the sum of; null where it is no sum of lines. Null altogether: nobody said, and what makes a figure up is found by how it changed.
    /// </summary>
    public Func<int, int, IReadOnlyList<FigureSource>?>? Sources { get; init; }

    /// <summary>Which of the report's rows these are; null: all.</summary>
    public ReportPage? Page { get; init; }

    /// <summary>The columns that a reader sees, by their index.</summary>
    public IReadOnlyList<int> Shown => [.. Enumerable.Range(0, Columns.Count).Where(i => !Columns[i].OnlyIfFilled || Rows.Any(row => row[i] is not null))];

    /// <summary>What a column of a report is headed with.</summary>
    public static string HeadingOf(string report, ReportColumn column, Language language)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Heading is { } given) return given;
        var own = $"column.{report}.{column.Name}";
        return Texts.Of(Texts.Has(own) ? own : "column." + column.Name, language);
    }

    /// <summary>A word of a column as a reader sees it.</summary>
    public static string WordOf(ReportColumn column, string word, Language language)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Texts.Of($"word.{column.Words ?? column.Name}.{word}", language);
    }

    /// <summary>Thousandths of a unit as a reader sees them: <c>12.5</c>.</summary>
    public static string Decimals(long thousandths)
    {
        var size = Math.Abs(thousandths);
        var fraction = (size % 1_000).ToString("D3", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{(thousandths < 0 ? "-" : "")}{size / 1_000:N0}{(fraction.Length == 0 ? "" : ".")}{fraction}");
    }

    /// <summary>A cell as a reader sees it in a text; <c>null</c> is empty.</summary>
    public static string TextOf(ReportColumn column, object? cell, Language language)
    {
        ArgumentNullException.ThrowIfNull(column);
        return cell switch
        {
            null => "",
            long fen when column.Kind == CellKind.Fen => new Money(fen).ToString(),
            long ppm when column.Kind == CellKind.Ppm => Percent(ppm),
            long thousandths when column.Kind == CellKind.Quantity => Decimals(thousandths),
            long number => number.ToString(CultureInfo.InvariantCulture),
            bool flag => flag ? "✓" : "",
            string { Length: > 0 } word when column.Kind == CellKind.Word => WordOf(column, word, language),
            _ => (string)cell,
        };
    }

    /// <summary>A cell as it stands in an address: no language, no decimals.</summary>
    public static string PlainOf(object? cell) => cell switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };

    /// <summary>A part of a whole in percent, as a reader sees it: <c>11.1111%</c>.</summary>
    public static string Percent(long ppm) => string.Create(CultureInfo.InvariantCulture, $"{(ppm < 0 ? "-" : "")}{Math.Abs(ppm) / 10_000}.{Math.Abs(ppm) % 10_000:D4}%");
}

/// <summary>A period of months, both ends included.</summary>
public sealed record Period(Month From, Month To)
{
    public static Period OfYear(int year) => new(new(year, 1), new(year, 12));

    public override string ToString() => From == To ? From.ToString() : $"{From} – {To}";

    /// <summary>Whole years within it.</summary>
    public IEnumerable<int> Years => Enumerable.Range(From.Year, To.Year - From.Year + 1).Where(year => From <= new Month(year, 1) && To >= new Month(year, 12));

    /// <summary>Its months that lie in no whole year.</summary>
    public IEnumerable<Month> SingleMonths
    {
        get
        {
            var years = Years.ToHashSet();
            return From.To(To).Where(month => !years.Contains(month.Year));
        }
    }
}

/// <summary>Why a report cannot be given as asked: its options, not its figures. The code is stable; the text stands in <c>Texts/texts.csv</c>.</summary>
public sealed class ReportRefusedException : Exception
{
    public ReportRefusedException(Refusal refusal)
        : base(refusal?.StableCode) => Refusal = refusal!;

    public ReportRefusedException()
    {
    }

    public ReportRefusedException(string message)
        : base(message)
    {
    }

    public ReportRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public Refusal Refusal { get; } = null!;
}
