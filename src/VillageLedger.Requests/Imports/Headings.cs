using System.Text;
using System.Text.RegularExpressions;

namespace VillageLedger.Requests;

/// <summary>What a column can mean.</summary>
internal enum Column
{
    Date,
    Type,
    Number,
    Summary,
    Account,
    Party,
    Debit,
    Credit,
    Direction,
    Amount,
    Currency,
    AttachmentCount,
    PreparedBy,
    ReviewedBy,
    Holder,
    BankAccount,
    Reference,
    Result,
    Reason,
    Class,
    Class2,
    Class3,
    Class4,
    Object2,
    Object3,
    Object4,
    Target,
    AccountName,
    YearDebit,
    YearCredit,
    In,
    Out,
    Balance,
}

/// <summary>The row that names the columns, and where each of them is. Titles may stand above it, and columns of no meaning here between.</summary>
internal sealed partial class Headings
{
    /// <summary>How many rows from the top can be the heading.</summary>
    public const int SearchedRows = 20;

    private readonly ColumnSet known;
    private readonly Dictionary<Column, int> places = [];
    private readonly Dictionary<int, Column> meanings = [];
    private readonly List<Column> twice = [];

    private Headings(SheetRow row, ColumnSet known)
    {
        (Row, this.known) = (row, known);
        var names = row.Cells.Select(cell => cell.IsClean ? Normalised(cell.Text) : "").ToArray();
        foreach (var (column, spellings) in known.Names)
        {
            if (spellings.FirstOrDefault(name => Array.IndexOf(names, name) is >= 0 and var place && !meanings.ContainsKey(place)) is not { } name) continue;
            places[column] = Array.IndexOf(names, name);
            meanings[places[column]] = column;
            if (names.Count(other => other == name) > 1) twice.Add(column);
        }
    }

    public SheetRow Row { get; }

    /// <summary>How many columns were found.</summary>
    public int Count => places.Count;

    /// <summary>金蝶 gives a side and an amount where it has no two columns of amounts.</summary>
    public bool HasSides => Has(Column.Debit) && Has(Column.Credit);

    private bool IsComplete => !Missing.Any();

    private IEnumerable<Column> Missing => known.Missing(this);

    /// <summary>The first row near the top that names all necessary columns, else the one that names most.</summary>
    public static Headings? Find(IEnumerable<SheetRow> top, ColumnSet known)
    {
        Headings? best = null;
        foreach (var row in top.Take(SearchedRows).Where(row => !row.IsBlank))
        {
            var found = new Headings(row, known);
            if (found.IsComplete) return found;
            if (best is null || found.Count > best.Count) best = found;
        }

        return best;
    }

    public bool Has(Column column) => places.ContainsKey(column);

    public Cell Cell(SheetRow row, Column column) => places.TryGetValue(column, out var place) ? row.At(place) : VillageLedger.Requests.Cell.Blank;

    /// <summary>A column as the file names it; one that it lacks by its neutral name.</summary>
    public string NameOf(Column column) => places.TryGetValue(column, out var place) ? Row.At(place).Shown : known.Names[column][0];

    /// <summary>A column that has no meaning here, by its heading or, without one, its letter.</summary>
    public string NameAt(int place) => Row.At(place) is { IsBlank: false } cell ? cell.Shown : LetterOf(place);

    /// <summary>Printed tables repeat their heading on every page.</summary>
    public bool IsRepeatedBy(SheetRow row) => places.Count > 0 && places.Values.All(place => row.At(place).Text == Row.At(place).Text);

    /// <summary>What the column at a place means; null where it has no meaning here.</summary>
    public Column? MeaningOf(int place) => meanings.TryGetValue(place, out var column) ? column : null;

    public IEnumerable<Refusal> Faults()
    {
        var found = string.Join(", ", Row.Cells.Where(cell => !cell.IsBlank).Take(30).Select(cell => cell.Shown));
        foreach (var column in Missing)
            yield return Refusal.Of(RefusalCode.ImportColumnMissing, ("column", known.Names[column][0]), ("names", string.Join(", ", known.Names[column])), ("row", Row.Number), ("found", found));
        foreach (var column in twice)
            yield return Refusal.Of(RefusalCode.ImportColumnTwice, ("column", NameOf(column)), ("row", Row.Number));
    }

    /// <summary>One width, no spaces, no marks of necessary fields, no brackets and what they hold: <c>＊借方金额（元）</c> is 借方金额.</summary>
    internal static string Normalised(string heading)
    {
        var plain = Noise().Replace(heading.Normalize(NormalizationForm.FormKC), "").ToUpperInvariant();
        var short_ = Bracketed().Replace(plain, "");
        return Brackets().Replace(short_.Length > 0 ? short_ : plain, "");
    }

    internal static string LetterOf(int place) => place < 26 ? ((char)('A' + place)).ToString() : LetterOf(place / 26 - 1) + (char)('A' + place % 26);

    [GeneratedRegex(@"[\s*:\uFEFF\p{C}]+")]
    private static partial Regex Noise();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[\[\]()【】〔〕]+")]
    private static partial Regex Brackets();
}
