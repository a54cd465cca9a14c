namespace VillageLedger;

/// <summary>A total for one policy, within others or alone.</summary>
/// <param name="Path">Where the policy stands, for refusals: <c>terms.steps[2].</c>, "" for the outermost.</param>
internal sealed record AllocationTask(string Policy, AllocationTerms Terms, long TotalFen, AllocationBasis Basis, string Path)
{
    /// <summary>A total for a policy within this one; how a change of shares is split holds for it, too, unless it says otherwise.</summary>
    public AllocationTask Within(string policy, AllocationTerms? terms, long totalFen, string path)
    {
        terms ??= new();
        return new(policy, terms with { ShareChange = terms.ShareChange ?? Terms.ShareChange }, totalFen, Basis, $"{Path}terms.{path}.");
    }
}
