namespace VillageLedger.Reports;

/// <summary>An amount of a statement in fen, with the lines and openings that it is the sum of.</summary>
internal sealed record Figure(long Fen, IReadOnlyList<FigureSource> Sources)
{
    public static readonly Figure Zero = new(0, []);

    public Figure Plus(Figure other) => new(Fen + other.Fen, [.. Sources, .. other.Sources]);

    public Figure Times(int sign) => sign == 1 ? this : new(-Fen, [.. Sources.Select(Negated)]);

    private static FigureSource Negated(FigureSource source) => source is FigureSource.At at ? at with { Fen = -at.Fen } : source with { Sign = -source.Sign };

    public static Figure Sum(IEnumerable<Figure> figures)
    {
        var all = figures.ToList();
        return new(all.Sum(figure => figure.Fen), [.. all.SelectMany(figure => figure.Sources)]);
    }
}
