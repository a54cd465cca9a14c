namespace VillageLedger.Reports;

/// <summary>A table of rows that each stand for something in one fact. Its shape and the statement that makes it come from one list of columns.</summary>
internal sealed record FactTable(TableShape Shape, string Sql)
{
    /// <summary>
    /// Columns are written <c>name type</c>, with <c>?</c> where there may be none: <c>code</c> (a text that rows are found and ordered by), <c>text</c>, <c>int</c>,
    /// <c>bigint</c>, <c>date</c>, <c>boolean</c>. The column <c>position</c> follows. <c>line</c> numbers the rows of one fact where there are several.
    /// </summary>
    public static FactTable Of(string name, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var split = columns.Append("position bigint").Select(column => column.Split(' ')).ToList();
        var names = split.ConvertAll(column => column[0]);
        return new(new(name, names, names.Contains("line") ? ["position", "line"] : ["position"]), $"create table {name} ({string.Join(", ", split.Select(ColumnSql))});");
    }

    private static string ColumnSql(string[] column)
    {
        var type = column[1].TrimEnd('?');
        return $"{column[0]} {(type == "code" ? "text collate \"C\"" : type)}{(column[1].EndsWith('?') ? "" : " not null")}";
    }
}

/// <summary>A projection that reads nothing back: every fact gives its rows by itself.</summary>
public abstract class RowProjection : Projection
{
    public override string Tables => string.Join('\n', All.Select(table => table.Sql));

    public override IReadOnlyList<TableShape> Shapes => [.. All.Select(table => table.Shape)];

    private protected abstract IReadOnlyList<FactTable> All { get; }

    public override void Forget(bool empty)
    {
    }

    public override Task FoldAsync(Npgsql.NpgsqlConnection session, IReadOnlyList<PlacedFact> facts, RowBuffers rows, string schema, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var fact in facts) Fold(fact, rows);
        return Task.CompletedTask;
    }

    private protected abstract void Fold(PlacedFact placed, RowBuffers rows);
}
