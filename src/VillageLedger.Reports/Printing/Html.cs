using System.Globalization;
using System.Text;

namespace VillageLedger.Reports;

/// <summary>Text on its way into a page: a name is anybody's text and never becomes markup.</summary>
internal static class Html
{
    /// <summary>Between tags or in a quoted attribute.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                default: escaped.Append(c); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>A string of a style sheet, quotes included: all but plain letters and digits by their code points, so that it can end neither the string nor the sheet.</summary>
    public static string StyleString(string text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && !Rune.IsLetterOrDigit(rune)) escaped.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
            else escaped.Append(rune);
        }

        return escaped.Append('"').ToString();
    }

    /// <summary>A length in millimetres.</summary>
    public static string Millimetres(double length) => string.Create(CultureInfo.InvariantCulture, $"{length:0.##}mm");

    /// <summary>A whole page. It may load nothing and run nothing.</summary>
    public static string Document(Language language, string title, string style, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="{(language == Language.English ? "en" : "zh-Hans")}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Escape(title)}</title>
        <style>
        {PrintStyle.Common}
        {style}
        </style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """.ReplaceLineEndings("\n");
}
