namespace VillageLedger.Tests;

public sealed class RegisterCompanyTests
{
    [Fact]
    public void A_company_is_registered_with_its_founders() => Given.AVillage().When(Say.RegisterCompany()).Then(new Stored(
        "company/" + Say.CompanyCode, "company-registered.1",
        """{"company":"91330110MA2AAAAA1X","name":"稻香强村公司","kind":"asset-operation","founded":"2024-05-20","shareholders":[{"holder":"village/330110112201","subscribedFen":500,"paidInFen":200}]}"""));

    [Fact]
    public void A_shareholder_may_have_paid_in_nothing_yet() => Given.AVillage()
        .When(Say.RegisterCompany(shareholders: """{"holder":"village/330110112201","subscribedFen":500,"paidInFen":0}""")).Then(new Stored(
            "company/" + Say.CompanyCode, "company-registered.1",
            """{"company":"91330110MA2AAAAA1X","name":"稻香强村公司","kind":"asset-operation","founded":"2024-05-20","shareholders":[{"holder":"village/330110112201","subscribedFen":500,"paidInFen":0}]}"""));

    [Theory]
    [InlineData("91330110MA2AAAAA1Y")]
    [InlineData("91330110MA2AAAAA1")]
    [InlineData("91330110MA2AAAAA1XX")]
    [InlineData("91330110ma2aaaaa1x")]
    [InlineData("9133011OMA2AAAAA1X")]
    public void A_credit_code_with_a_wrong_check_digit_length_or_letter_is_refused(string code) =>
        Given.AVillage().When(Say.RegisterCompany(company: code)).ThenRefused(RefusalCode.CreditCodeInvalid, ("code", code));

    [Theory]
    [InlineData("Asset")]
    [InlineData("资产")]
    [InlineData("-a")]
    public void A_kind_that_is_no_word_is_refused(string kind) =>
        Given.AVillage().When(Say.RegisterCompany(kind: kind)).ThenRefused(RefusalCode.FieldInvalid, ("field", "kind"));

    [Fact]
    public void A_company_is_registered_once() => Given.AVillage().Done(Say.RegisterCompany())
        .When(Say.RegisterCompany("r9")).ThenRefused(RefusalCode.AlreadyRegistered, ("holder", "company/" + Say.CompanyCode));

    [Fact]
    public void A_shareholder_that_stands_twice_is_refused() => Given.AVillage().Done(Say.RegisterParty())
        .When(Say.RegisterCompany(shareholders: """{"holder":"party/h001","subscribedFen":1,"paidInFen":1},{"holder":"h001","subscribedFen":1,"paidInFen":1}"""))
        .ThenRefused(RefusalCode.HolderTwice, ("holder", "party/h001"));

    [Theory]
    [InlineData("village/330110112209")]
    [InlineData("party/nobody")]
    [InlineData("member/m1")]
    [InlineData("company/91330110MA2AAAAA1X")]
    public void A_shareholder_that_is_not_registered_is_refused(string holder) => Given.AVillage()
        .When(Say.RegisterCompany(shareholders: $$"""{"holder":"{{holder}}","subscribedFen":1,"paidInFen":1}""")).ThenRefused(RefusalCode.HolderUnknown, ("holder", holder));

    [Fact]
    public void More_paid_in_than_subscribed_is_refused() => Given.AVillage()
        .When(Say.RegisterCompany(shareholders: """{"holder":"village/330110112201","subscribedFen":1,"paidInFen":2}""")).ThenRefused(RefusalCode.PaidInBeyondSubscribed);

    [Fact]
    public void A_negative_subscription_is_refused() => Given.AVillage()
        .When(Say.RegisterCompany(shareholders: """{"holder":"village/330110112201","subscribedFen":-1,"paidInFen":0}"""))
        .ThenRefused(RefusalCode.AmountNegative, ("field", "shareholders[1].subscribedFen"));

    [Fact]
    public void Subscriptions_that_sum_beyond_the_bound_are_refused() => Given.AVillage().Done(Say.RegisterParty())
        .When(Say.RegisterCompany(shareholders: """{"holder":"village/330110112201","subscribedFen":9007199254740991,"paidInFen":0},{"holder":"h001","subscribedFen":1,"paidInFen":0}"""))
        .ThenRefused(RefusalCode.SumOutOfBounds);
}
