using CsvHelper;

namespace VillageLedger.Reports;

/// <summary>A report as CSV in UTF-8 with BOM: fixed column names, amounts in whole fen; a text that a spreadsheet would take for a formula is escaped.</summary>
public static class ReportCsv
{
    public static void Write(Stream output, ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var options = new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true, NewLine = "\r\n", TrueValue = "true", FalseValue = "false" };
        using var csv = CsvWriter.Create(output, options, leaveOpen: true);
        csv.WriteHeader([.. table.Columns.Select(column => column.Name)]);
        foreach (var row in table.Rows)
        {
            foreach (var cell in row)
            {
                if (cell is null) csv.WriteField("");
                else csv.WriteField(cell);
            }

            csv.EndRecord();
        }
    }
}
