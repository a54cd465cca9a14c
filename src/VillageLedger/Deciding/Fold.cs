namespace VillageLedger;

/// <summary>Folding streams into the states that decisions are made on.</summary>
public static class Fold
{
    /// <summary>The state of a stream that nothing was written to.</summary>
    public static object EmptyOf(string stream) => Streams.Kind(stream) switch
    {
        "rules" => RuleSet.Empty,
        "place" => Place.Unknown,
        "venture" => Venture.Empty,
        Streams.DividendKind => Dividend.Empty,
        "company" => Company.Unknown,
        "village" or "party" => Registration.Unknown,
        "member" => Member.Unknown,
        "shares" => ShareRegister.Empty,
        "claims" => ClaimRegister.Empty,
        "questions" => QuestionRegister.Empty,
        "approvals" => Approvals.Empty,
        "invoice" => InvoiceUse.Empty,
        "cash" => CashDesk.Empty,
        "bank" => BankStatement.Empty,
        "forms" => FormRegister.Empty,
        "contracts" => ContractRegister.Empty,
        "assets" => AssetRegister.Empty,
        "funds" => FundRegister.Empty,
        "thresholds" => Thresholds.Empty,
        Streams.VillageGroupKind => VillageGroup.Empty,
        "accounts" => Accounts.Empty,
        "book" => BookMonth.Empty,
        _ => throw new InvalidOperationException($"No state is known for stream '{stream}'."),
    };

    /// <summary>The state after a fact. Throws for a fact that does not belong to the stream: that is corrupt data.</summary>
    public static object Evolve(object state, Fact fact) => state switch
    {
        RuleSet rules => rules.Evolve(fact),
        Place place => place.Evolve(fact),
        Registration registration => registration.Evolve(fact),
        Venture venture => venture.Evolve(fact),
        Dividend dividend => dividend.Evolve(fact),
        Company company => company.Evolve(fact),
        Member member => member.Evolve(fact),
        ShareRegister shares => shares.Evolve(fact),
        ClaimRegister claims => claims.Evolve(fact),
        QuestionRegister questions => questions.Evolve(fact),
        Approvals approvals => approvals.Evolve(fact),
        InvoiceUse invoice => invoice.Evolve(fact),
        CashDesk cash => cash.Evolve(fact),
        BankStatement bank => bank.Evolve(fact),
        FormRegister forms => forms.Evolve(fact),
        ContractRegister contracts => contracts.Evolve(fact),
        AssetRegister assets => assets.Evolve(fact),
        FundRegister funds => funds.Evolve(fact),
        Thresholds thresholds => thresholds.Evolve(fact),
        VillageGroup group => group.Evolve(fact),
        Accounts accounts => accounts.Evolve(fact),
        BookMonth month => month.Evolve(fact),
        _ => throw new InvalidOperationException($"No fold is known for {state?.GetType().Name}."),
    };

    internal static InvalidOperationException Unexpected(Fact fact, object state) =>
        new($"A {FactTypes.NameOf(fact)} does not belong to a stream of {state.GetType().Name}.");
}
