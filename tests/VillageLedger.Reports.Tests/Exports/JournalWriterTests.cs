namespace VillageLedger.Reports.Tests.Exports;

public sealed class JournalWriterTests
{
    private const string Village = "village/330110112201";
    private const string Company = "company/91330110MA2XXXXXXX";

    [Fact]
    public void A_voucher_is_written_for_hledger_and_ledger_as_documented()
    {
        using var journal = new Journal(JournalFormat.Hledger, Small);
        journal.Text.ShouldBe("""
            ; VillageLedger 已记账凭证 posted vouchers
            commodity CNY
                format 1,000.00 CNY

            2024-12-31 * (期初) 期初余额
                ; owner: village/330110112201
                ; standard: rural-2023
                资产:village-330110112201:102 银行存款  1000.00 CNY
                负债:village-330110112201:221 应付劳务费:22101 明细 22101  -1000.00 CNY
                    ; party: party/g07

            2025-06-30 * (记-12) 收租金；六月
                ; owner: village/330110112201
                ; voucher: v:1
                ; position: 42
                ; kind: reversal
                ; reverses: v:0
                资产:village-330110112201:102 银行存款  -1234.05 CNY
                    ; red: debit
                收入:village-330110112201:501 经营收入  1234.05 CNY
                    ; summary: 王家铺：date：2020
                    ; red: credit

            account 收入:village-330110112201:501 经营收入
                ; type: R
            account 负债:village-330110112201:221 应付劳务费:22101 明细 22101
                ; type: L
            account 资产:village-330110112201:102 银行存款
                ; type: A

            """.ReplaceLineEndings("\n").Replace("221 应付劳务费", "221 " + Journal.AccountOf(Village, Standards.Rural2023, new("221")).Name, StringComparison.Ordinal));
        journal.ShouldPassHledger();
    }

    [Fact]
    public void A_voucher_is_written_for_beancount_as_documented()
    {
        using var journal = new Journal(JournalFormat.Beancount, Small);
        journal.Text.ShouldStartWith("""
            ; VillageLedger 已记账凭证 posted vouchers
            option "title" "VillageLedger"
            option "operating_currency" "CNY"

            2024-12-31 * "期初余额"
              number: "期初"
              owner: "village/330110112201"
              standard: "rural-2023"
              Assets:Village-330110112201:102-银行存款  1000.00 CNY
            """.ReplaceLineEndings("\n"));
        journal.Text.ShouldContain("\n2025-06-30 * \"收租金;六月\"\n  number: \"记-12\"\n");
        journal.Text.ShouldContain("\n2024-12-31 open Assets:Village-330110112201:102-银行存款 CNY\n");
        journal.Text.ShouldContain("\n2025-06-30 open Income:Village-330110112201:501-经营收入 CNY\n");
        journal.ShouldPassBeanCheck();
    }

    [Theory]
    [InlineData(20250101)]
    [InlineData(7)]
    public void The_three_programs_accept_random_books_and_their_balances_equal_those_of_the_vouchers(int seed)
    {
        var books = RandomBooks.Of(seed);
        using var hledger = new Journal(JournalFormat.Hledger, books.Write);
        using var beancount = new Journal(JournalFormat.Beancount, books.Write);
        hledger.ShouldPassHledger();
        beancount.ShouldPassBeanCheck();
        hledger.HledgerBalances().ShouldBe(books.Balances);
        hledger.LedgerBalances().ShouldBe(books.Balances);
        beancount.BeancountBalances().ShouldBe(books.Balances);
        hledger.HledgerPostings().ShouldBe(books.Postings);
        hledger.LedgerPostings().ShouldBe(books.Postings);
        beancount.BeancountPostings().ShouldBe(books.Postings);
    }

    [Theory]
    [InlineData("收租金\n2020-01-01 * evil\n    资产:evil  1 CNY\n    收入:evil  -1 CNY\n")]
    [InlineData("收租金\r2020-01-01 open Assets:Evil CNY\r")]
    [InlineData("收租金\u0085\u2028\u2029\v\f2020-01-01 open Assets:Evil CNY")]
    [InlineData("x\"\n2020-01-01 * \"evil\"\n  Assets:Evil  1 CNY\n  Income:Evil\n")]
    [InlineData("x\\\"\n2020-01-01 open Assets:Evil CNY\n;")]
    [InlineData("x\" #tag ^link")]
    [InlineData("ends in a backslash \\")]
    [InlineData("\\")]
    [InlineData("\"")]
    [InlineData("; date:2020-01-01, date2:2020-01-01")]
    [InlineData("date:2020-01-01")]
    [InlineData("[2020-01-01] [=2020/01/01]")]
    [InlineData("  ; [2020/01/01]")]
    [InlineData("payee | note")]
    [InlineData("(code) ! * =2020-01-01")]
    [InlineData("two  spaces\tand a tab　　and wide ones  999.00 CNY")]
    [InlineData(":a:b: Key:: 1+1")]
    [InlineData("@ 5 CNY {1 CNY} @@ =")]
    [InlineData("\u202Eoverridden\u202C \u200B\uFEFF")]
    [InlineData("𠮷野 😀 {braces} %s $HOME `x` <b>&amp;")]
    [InlineData("   ")]
    [InlineData("")]
    public void No_text_of_a_user_can_become_a_transaction_a_date_or_a_directive(string text)
    {
        var entry = new JournalEntry(Village, Voucher("date:2020-01-01", new(2025, 6, 30), text, [new(new("102"), 100, Summary: text, Project: text), new(new("501"), CreditFen: 100, Contract: text)]), 1);
        string[] expected = [Journal.Posting(new(2025, 6, 30), Village, new("102"), 100), Journal.Posting(new(2025, 6, 30), Village, new("501"), -100)];
        JournalAccount Named(string owner, string standard, AccountCode code) => Journal.AccountOf(owner, standard, code) with { Name = text, Path = [text] };

        using var hledger = new Journal(JournalFormat.Hledger, writer => writer.Write(entry));
        hledger.ShouldPassHledger();
        hledger.HledgerPostings().ShouldBe(expected);
        hledger.LedgerPostings().ShouldBe(expected);
        hledger.HledgerDescriptions().Count.ShouldBeLessThanOrEqualTo(1);
        using var beancount = new Journal(JournalFormat.Beancount, writer => writer.Write(entry));
        beancount.ShouldPassBeanCheck();
        beancount.BeancountPostings().ShouldBe(expected);

        using var namedHledger = new Journal(JournalFormat.Hledger, writer => writer.Write(entry), Named);
        namedHledger.ShouldPassHledger();
        namedHledger.HledgerPostings().ShouldBe(expected);
        namedHledger.LedgerPostings().ShouldBe(expected);
        using var namedBeancount = new Journal(JournalFormat.Beancount, writer => writer.Write(entry), Named);
        namedBeancount.ShouldPassBeanCheck();
        namedBeancount.BeancountPostings().ShouldBe(expected);
    }

    [Theory]
    [InlineData("租金; date:2020-01-01 | 六月", "租金； date:2020-01-01 ｜ 六月")]
    [InlineData("(code) ! * =2020-01-01", "(code) ! * =2020-01-01")]
    [InlineData("收\n租\u2028金", "收 租 金")]
    public void A_summary_arrives_whole_in_hledger_and_ledger(string summary, string description)
    {
        using var journal = new Journal(JournalFormat.Hledger, writer => writer.Write(new(Village, Voucher("v", new(2025, 6, 30), summary, [new(new("102"), 1), new(new("501"), CreditFen: 1)]), 1)));
        journal.HledgerDescriptions().ShouldBe([description]);
        journal.LedgerPayees().ShouldBe([description]);
    }

    [Fact]
    public void Quotes_and_backslashes_arrive_in_beancount_as_they_were()
    {
        const string Summary = """修"水\管" \n \" 完""";
        using var journal = new Journal(JournalFormat.Beancount, writer => writer.Write(new(Village, Voucher("v", new(2025, 6, 30), Summary, [new(new("102"), 1), new(new("501"), CreditFen: 1)]), 1)));
        journal.ShouldPassBeanCheck();
        journal.BeancountNarrations()[^1].Trim().ShouldBe(Summary);
    }

    [Fact]
    public void The_largest_amounts_are_exact()
    {
        VoucherLine[] lines = [new(new("102"), Money.MaxFen), new(new("501"), CreditFen: Money.MaxFen)];
        void Write(JournalWriter writer) => writer.Write(new(Village, Voucher("v", new(2025, 6, 30), "大额", lines), 1));
        using var hledger = new Journal(JournalFormat.Hledger, Write);
        using var beancount = new Journal(JournalFormat.Beancount, Write);
        string[] expected = [Journal.Posting(new(2025, 6, 30), Village, new("102"), Money.MaxFen), Journal.Posting(new(2025, 6, 30), Village, new("501"), -Money.MaxFen)];
        hledger.ShouldPassHledger();
        hledger.HledgerPostings().ShouldBe(expected);
        hledger.LedgerPostings().ShouldBe(expected);
        beancount.BeancountPostings().ShouldBe(expected);
    }

    [Fact]
    public void Owners_whose_ids_differ_only_in_signs_keep_their_own_accounts()
    {
        foreach (var format in Enum.GetValues<JournalFormat>())
        {
            using var journal = new Journal(format, writer =>
            {
                foreach (var owner in (string[])["venture/a-b", "venture/a.b", "venture/a:b", "venture/A_b"])
                    writer.Write(new(owner, Voucher("v", new(2025, 6, 30), "x", [new(new("102"), 1), new(new("501"), CreditFen: 1)]), 1));
            });
            (format == JournalFormat.Hledger ? journal.HledgerBalances() : journal.BeancountBalances()).Count.ShouldBe(8);
        }
    }

    [Fact]
    public void Dates_out_of_order_open_accounts_by_the_earliest()
    {
        using var journal = new Journal(JournalFormat.Beancount, writer =>
        {
            foreach (var day in (int[])[20, 5, 12])
                writer.Write(new(Village, Voucher("v", new(2025, 6, day), "x", [new(new("102"), 1), new(new("501"), CreditFen: 1)]), 1));
        });
        journal.ShouldPassBeanCheck();
    }

    [Fact]
    public void These_checks_fail_for_a_journal_that_does_not_balance()
    {
        foreach (var format in Enum.GetValues<JournalFormat>())
        {
            using var journal = new Journal(format, writer => writer.Write(new(Company, Voucher("v", new(2025, 6, 30), "x", [new(new("102"), 1), new(new("501"), CreditFen: 2)]), 1)));
            Should.Throw<ShouldAssertException>(format == JournalFormat.Hledger ? journal.ShouldPassHledger : journal.ShouldPassBeanCheck);
        }
    }

    private static void Small(JournalWriter writer)
    {
        writer.Opening(Village, Standards.Rural2023, new(2024, 12, 31), [new(new("102"), DebitFen: 100000), new(new("22101"), Holder.Party("g07"), CreditFen: 100000), new(new("501"), YearCreditFen: 5)]);
        writer.Write(new(Village, Voucher("v:1", new(2025, 6, 30), "收租金;六月", [new(new("102"), -123405), new(new("501"), CreditFen: -123405, Summary: "王家铺:date:2020")]) with { Kind = VoucherKind.Reversal, Reverses = new("v:0") }, 42));
    }

    internal static VoucherPosted Voucher(string id, DateOnly date, string summary, IReadOnlyList<VoucherLine> lines, string standard = "rural-2023", int number = 12) =>
        new(new(id), standard, "记", number, date, VoucherKind.Ordinary, summary, lines, 0, new("a"), new("b"), new("a"));
}
