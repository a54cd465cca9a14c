namespace VillageLedger;

/// <summary>What is looked at in an owner's contracts before a month is closed; nothing where it has registered none.</summary>
internal static class ContractChecks
{
    public static readonly IReadOnlyList<string> Names = ["receivables-unraised", "receivables-overdue", "contracts-expired"];

    public static IEnumerable<CheckResult> Of(MonthSituation at)
    {
        var register = at.World.Contracts(at.Book);
        if (register.Contracts.IsEmpty) yield break;
        var end = at.Month.LastDay;
        var unraised = register.Unraised(at.World, at.Book, at.Month).GroupBy(due => due.Contract.Id, StringComparer.Ordinal)
            .Select(due => $"{due.Key} {new Money(due.Sum(part => part.Instalment.AmountFen))}").ToList();
        yield return MonthCheck.Result(Names[0], CheckState.Warning, unraised.Count > 0, ("month", at.Month), ("contracts", MonthCheck.Listed(unraised)));
        var balances = ContractBalances.Of(at.World, at.Book, end);
        var overdue = balances.Select(pair => (pair.Key, Fen: pair.Value.OverdueFen(end))).Where(pair => pair.Fen > 0)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {new Money(pair.Fen)}").ToList();
        yield return MonthCheck.Result(Names[1], CheckState.Warning, overdue.Count > 0, ("contracts", MonthCheck.Listed(overdue)));
        var expired = register.Contracts.Values.Where(contract => contract.IsReceivable && contract.LastDay < end).Select(contract => Left(at.World, contract, balances)).OfType<string>().ToList();
        yield return MonthCheck.Result(Names[2], CheckState.Warning, expired.Count > 0, ("contracts", MonthCheck.Listed(expired)));
    }

    /// <summary>What is left of a contract that is over: arrears and deposit.</summary>
    private static string? Left(World world, Contract contract, IReadOnlyDictionary<string, ContractBalance> balances)
    {
        var (arrears, deposit) = (balances.TryGetValue(contract.Id, out var balance) ? balance.ArrearsFen : 0, ContractRegister.DepositHeld(world, contract));
        return arrears == 0 && deposit == 0 ? null : $"{contract.Id} {new Money(arrears)} / {new Money(deposit)}";
    }
}
