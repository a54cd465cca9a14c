namespace VillageLedger.Tests;

public sealed class ChartTests
{
    private static Chart Of(string standard) => Chart.OfVersion(Chart.Carried.Single(chart => chart.Standard == standard).Version);

    /// <summary>The level-1 accounts as compiled from their sources (tests/VillageLedger.Tests/Rules/Data).</summary>
    [Theory]
    [InlineData(Standards.Rural2023, "accounts-2023.csv", "code", 42)]
    [InlineData(Standards.Rural2004, "accounts-2004.csv", "code_2004", 36)]
    [InlineData(Standards.SmallEnterprise2013, "accounts-small-enterprise.csv", "code", 66)]
    public void The_level_1_accounts_are_those_of_the_source(string standard, string source, string code, int count)
    {
        var expected = Resource.Rows("charts/" + source).Select(row => $"{row[code]} {row["name_zh"]} {row["class"].Replace("pnl_", "", StringComparison.Ordinal)} {row["normal_side"]}").ToList();
        Of(standard).Accounts.Where(account => account.Parent is null)
            .Select(account => $"{account.Code} {account.Name} {account.Class.ToString().ToLowerInvariant()} {account.Side.ToString().ToLowerInvariant()}")
            .ShouldBe(expected);
        expected.Count.ShouldBe(count);
    }

    /// <summary>经营收入, 发包及上交收入, 投资收益 are 经营性收入; 补助收入 and 其他收入 are not.</summary>
    [Theory]
    [InlineData(Standards.Rural2023, "501 Operating, 502 Investment, 503 Grants, 504 Other")]
    [InlineData(Standards.Rural2004, "501 Operating, 511 Contracting, 521 Grants, 522 Grants, 531 Other, 561 Investment")]
    [InlineData(Standards.SmallEnterprise2013, "5001 Operating, 5051 Operating, 5111 Investment, 5301 Other")]
    public void Income_is_classed_as_statistics_class_it(string standard, string classes)
    {
        var chart = Of(standard);
        string.Join(", ", chart.Accounts.Where(account => account.Income != IncomeClass.None).Select(account => $"{account.Code} {account.Income}")).ShouldBe(classes);
        chart.Accounts.Where(account => account.Class == AccountClass.Income).ShouldAllBe(account => account.Income != IncomeClass.None);
    }

    [Theory]
    [InlineData(Standards.Rural2023, "101 Cash, 102 Bank, 113 Internal, 181 Suspense, 321 YearResult, 322 Distribution, 32201 Appropriations, 32202 Undistributed")]
    [InlineData(Standards.Rural2004, "101 Cash, 102 Bank, 113 Internal, 321 YearResult, 322 Distribution, 32201 Appropriations, 32202 Undistributed")]
    [InlineData(Standards.SmallEnterprise2013, "1001 Cash, 1002 Bank, 1901 Suspense, 3103 YearResult, 3104 Distribution")]
    public void Rules_find_the_accounts_that_they_speak_of(string standard, string roles) =>
        string.Join(", ", Of(standard).Accounts.Where(account => account.Role != AccountRole.None).Select(account => $"{account.Code} {account.Role}")).ShouldBe(roles);

    [Fact]
    public void Every_account_lies_under_its_parent_and_has_a_name_in_both_languages()
    {
        foreach (var chart in Standards.All.Select(Of))
        {
            chart.Accounts.Select(account => account.Code).ShouldBeUnique();
            foreach (var account in chart.Accounts)
            {
                account.Name.ShouldContain(c => c >= '\u4e00' && c <= '\u9fff');
                account.EnglishName.ShouldAllBe(c => c < 128);
                account.EnglishName.ShouldNotBeEmpty();
                chart.RootOf(account.Code).ShouldBe(account.Parent is { } parent ? chart.Find(parent) : account);
                if (account.Parent is { } above) (account.Code.IsWithin(above) && chart.Find(above)!.Class == account.Class).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void No_level_1_code_begins_with_another() =>
        Standards.All.Select(Of).ShouldAllBe(chart => chart.Accounts.Count(account => account.Parent == null) == chart.Accounts.Where(account => account.Parent == null).Select(account => chart.RootOf(account.Code)).Distinct().Count());

    /// <summary>A version that was adopted is named by its hash for ever: a changed file is another version, and the one in use has to stay beside it.</summary>
    [Theory]
    [InlineData(Standards.Rural2004, "254a4a896e1bbb5369776e845e38898b4dd4bf15ffd56051077b4ccbbc8814ea")]
    [InlineData(Standards.Rural2023, "ad0826d33e55dcf04de0e631d91c95293bc1606d9ef2c122a07ebae11b57271a")]
    [InlineData(Standards.SmallEnterprise2013, "5d8109fc8db551a7207abbc8eada9a8bbf808487368fd89cdc632260f3a204bc")]
    public void The_versions_of_the_charts_are_frozen(string standard, string version) => Chart.Carries(standard, version).ShouldBeTrue();

    [Fact]
    public void A_version_that_is_not_carried_stops_the_program() => Should.Throw<InvalidOperationException>(() => Chart.OfVersion("0000"));
}
