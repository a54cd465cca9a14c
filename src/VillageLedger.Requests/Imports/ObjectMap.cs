using System.Text;

namespace VillageLedger.Requests;

/// <summary>What an object of another program's 辅助核算 is here: a party or a project.</summary>
public sealed record MappedObject(Holder? Party, string? Project);

/// <summary>
/// What the objects of a file's 核算项目 (类别, 代码) are here, read from a file of three columns. Without it a project (项目) is named by its own code and everything else is a party by its own code.
/// </summary>
public sealed class ObjectMap
{
    private const string ProjectPrefix = "project:";
    private const int MaxProject = 64;

    private static readonly ColumnSet Columns = new(
        new Dictionary<Column, string[]>
        {
            [Column.Class] = ["核算类别", "FCLSNAME", "FCLSNAME1", "类别"],
            [Column.Party] = ["代码", "FOBJID", "FOBJID1", "核算项目代码", "编码"],
            [Column.Target] = ["对应", "TARGET", "往来单位"],
        },
        headings => ((Column[])[Column.Party, Column.Target]).Where(column => !headings.Has(column)));

    private readonly IReadOnlyDictionary<(string Class, string Code), MappedObject>? known;

    private ObjectMap(IReadOnlyDictionary<(string, string), MappedObject>? known, IReadOnlyList<Refusal> faults) => (this.known, Faults) = (known, faults);

    /// <summary>No file: codes stand for themselves.</summary>
    public static ObjectMap None { get; } = new(null, []);

    public IReadOnlyList<Refusal> Faults { get; }

    /// <summary>Reads a file that is in memory: 核算类别 (may be left out), 代码, 对应 (<c>party/h001</c>, <c>village/…</c>, <c>project:大棚</c>).</summary>
    public static ObjectMap Read(string name, ReadOnlyMemory<byte> content)
    {
        var faults = new List<Refusal>();
        var known = new Dictionary<(string, string), MappedObject>();
        if (VoucherFile.CheckSize(content.Length) is { } tooLarge) faults.Add(tooLarge);
        else if (VoucherFile.SheetOf(name, content, Columns, faults, null) is { } sheet)
            foreach (var row in sheet.Rows)
                if (new MapRow(sheet.Headings, row, faults).Read() is { } mapped) known[mapped.Key] = mapped.Object;
        return new(known, faults);
    }

    /// <summary>What an object is; null where nobody can tell.</summary>
    internal MappedObject? Find(string category, string code)
    {
        category = category.Normalize(NormalizationForm.FormKC);
        code = code.Normalize(NormalizationForm.FormKC);
        if (known is not null) return known.GetValueOrDefault((category, code)) ?? known.GetValueOrDefault(("", code));
        if (category.Contains("项目", StringComparison.Ordinal)) return code.Length <= MaxProject ? new(null, code) : null;
        return Holder.TryParse(code, out var party) ? new(party, null) : null;
    }

    private sealed class MapRow(Headings headings, SheetRow row, List<Refusal> faults) : TableRow(headings, row, faults)
    {
        public ((string, string) Key, MappedObject Object)? Read()
        {
            var (code, target) = (Needed(Column.Party), Needed(Column.Target));
            if (Failed || code is not { } id || target is not { } named) return null;
            var key = (Cell(Column.Class).Text.Normalize(NormalizationForm.FormKC), id.Text.Normalize(NormalizationForm.FormKC));
            if (named.Text.StartsWith(ProjectPrefix, StringComparison.Ordinal) && named.Text.Length - ProjectPrefix.Length is > 0 and <= MaxProject) return (key, new(null, named.Text[ProjectPrefix.Length..]));
            if (Holder.TryParse(named.Text, out var party)) return (key, new(party, null));
            Refuse(Column.Target, RefusalCode.ImportPartyInvalid);
            return null;
        }
    }
}
