using System.Globalization;
using VillageLedger.Reports.Tests.Exports;

namespace VillageLedger.Reports.Tests.Printing;

/// <summary>A PDF as the programs of poppler read it, which the test script installs.</summary>
internal sealed class PrintedPdf
{
    private PrintedPdf(string file)
    {
        Pages = PlainTextProgram.Run("pdftotext", "-layout", file, "-").TrimEnd('\f').Split('\f');
        var info = PlainTextProgram.Run("pdfinfo", file).Split('\n').Select(line => line.Split(':', 2)).Where(line => line.Length == 2).ToDictionary(line => line[0], line => line[1].Trim());
        int.Parse(info["Pages"], CultureInfo.InvariantCulture).ShouldBe(Pages.Count);
        var size = info["Page size"].Split(' ');
        Size = (Millimetres(size[0]), Millimetres(size[2]));
    }

    /// <summary>The text of each page, laid out as it stands there.</summary>
    public IReadOnlyList<string> Pages { get; }

    public string Text => string.Join('\n', Pages);

    /// <summary>Without any spaces: how wide a gap is between two cells is nobody's matter.</summary>
    public string Words => string.Concat(Text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Width and height in millimetres.</summary>
    public (int Width, int Height) Size { get; }

    /// <summary>Prints a page by one start of Chromium.</summary>
    public static async Task<PrintedPdf> OfAsync(string html)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await Chromium.PrintAsync(html));
            return new(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Millimetres(string points) => (int)Math.Round(double.Parse(points, CultureInfo.InvariantCulture) * 25.4 / 72);
}
