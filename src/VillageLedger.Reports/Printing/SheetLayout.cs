namespace VillageLedger.Reports;

/// <summary>A column on its way to paper.</summary>
/// <param name="Wraps">Whether its cells may break over lines: texts may, figures and words do not.</param>
internal sealed record SheetColumn(string Heading, bool IsNumber, bool Wraps);

/// <summary>How a table lies on A4: upright where its columns fit, else across; the largest type in which they fit.</summary>
/// <param name="Widths">Of the columns, in millimetres; their sum is the width between the margins.</param>
/// <param name="IsTight">Whether the columns have less room than their figures need, which then break over lines rather than run into each other.</param>
internal sealed record SheetLayout(bool IsAcross, double Points, IReadOnlyList<double> Widths, bool IsTight = false)
{
    public const double MarginMm = 12;

    /// <summary>Between the margins, without the half rules that stand out on both sides.</summary>
    public const double UprightMm = 210 - 2 * MarginMm - 0.4;
    public const double AcrossMm = 297 - 2 * MarginMm - 0.4;

    private const double MillimetresPerPoint = 25.4 / 72;

    /// <summary>Left and right of a cell's text, with its share of the rules.</summary>
    private const double PaddingMm = 2.2;

    /// <summary>A text column is asked for so many em at first, and at least, where it has as much to show.</summary>
    private const double WantedEm = 14;
    private const double LeastEm = 4.2;

    private static readonly double[] Sizes = [9, 8.5, 8, 7.5, 7, 6.5, 6];

    public double EmOf(int column) => (Widths[column] - PaddingMm) / (Points * MillimetresPerPoint);

    /// <param name="cells">The texts of every row, in the order of the columns.</param>
    /// <param name="across">Whether it lies across whatever its columns need, as every month of a book does.</param>
    public static SheetLayout Of(IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<string>> cells, bool across = false)
    {
        var natural = columns.Select(HeadingEm).ToArray();
        foreach (var row in cells)
            for (var i = 0; i < natural.Length; i++) natural[i] = Math.Max(natural[i], TextWidth.Of(row[i]));
        double[] Bounded(double most) => [.. columns.Select((column, i) => column.Wraps ? Math.Min(natural[i], Math.Max(most, HeadingEm(column))) : natural[i])];
        var (wanted, least) = (Bounded(WantedEm), Bounded(LeastEm));
        if (!across && Sum(wanted, Sizes[0]) <= UprightMm) return Fill(false, Sizes[0], wanted, natural, columns);
        foreach (var points in Sizes)
            if (Sum(wanted, points) <= AcrossMm) return Fill(true, points, wanted, natural, columns);
        foreach (var points in Sizes)
            if (Sum(least, points) <= AcrossMm) return Fill(true, points, least, natural, columns);
        // More columns than a page has room for: all become narrower.
        var scale = AcrossMm / Sum(least, Sizes[^1]);
        return new(true, Sizes[^1], [.. least.Select(em => Millimetres(em, Sizes[^1]) * scale)], IsTight: true);
    }

    /// <summary>What is left over goes to the columns that would wrap, up to what they need, then to all alike.</summary>
    private static SheetLayout Fill(bool across, double points, double[] em, double[] natural, IReadOnlyList<SheetColumn> columns)
    {
        var width = across ? AcrossMm : UprightMm;
        var widths = em.Select(one => Millimetres(one, points)).ToArray();
        var needs = natural.Select((one, i) => columns[i].Wraps ? Math.Max(0, Millimetres(one, points) - widths[i]) : 0).ToArray();
        var (left, need) = (width - widths.Sum(), needs.Sum());
        if (need > 0)
        {
            var part = Math.Min(1, left / need);
            for (var i = 0; i < widths.Length; i++) widths[i] += needs[i] * part;
            left = width - widths.Sum();
        }

        return new(across, points, [.. widths.Select(one => one * (1 + left / widths.Sum()))]);
    }

    /// <summary>A heading takes two lines at most.</summary>
    private static double HeadingEm(SheetColumn column) => Math.Max(TextWidth.Of(column.Heading) / 2 + 0.6, 2.2);

    private static double Sum(double[] em, double points) => em.Sum(one => Millimetres(one, points));

    private static double Millimetres(double em, double points) => em * points * MillimetresPerPoint + PaddingMm;
}
