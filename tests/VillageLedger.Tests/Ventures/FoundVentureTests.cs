using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class FoundVentureTests
{
    [Fact]
    public void A_venture_is_founded_and_its_book_opened() => TwoVillages().When(Found()).Then(
        new Stored(Jiucun, "venture-founded.1", """{"venture":"jiucun","name":"九村联合","kind":"joint-land","form":"co-owned","month":"2025-01"}"""),
        new Stored("accounts/venture/jiucun", "book-opened.1", """{"owner":"venture/jiucun","standard":"small-enterprise-2013","month":"2025-01","opening":[]}"""));

    [Fact]
    public void The_book_of_a_company_is_opened() => TwoVillages().Done(Say.RegisterCompany()).When(Found("company", more: ""","company":"company/91330110MA2AAAAA1X" """)).Then(
        new Stored(Jiucun, "venture-founded.1", """{"venture":"jiucun","name":"九村联合","kind":"joint-land","form":"company","month":"2025-01","company":"91330110MA2AAAAA1X"}"""),
        new Stored("accounts/" + Firm, "book-opened.1", """{"owner":"company/91330110MA2AAAAA1X","standard":"small-enterprise-2013","month":"2025-01","opening":[]}"""));

    [Fact]
    public void A_companys_book_that_is_open_stays_as_it_is() => TwoVillages().Done(Say.RegisterCompany(), Say.OpenBook("2024-06", standard: "small-enterprise-2013", owner: Firm, id: "o-c"))
        .When(Found("company", more: ""","company":"91330110MA2AAAAA1X" """))
        .Then(new Stored(Jiucun, "venture-founded.1", """{"venture":"jiucun","name":"九村联合","kind":"joint-land","form":"company","month":"2025-01","company":"91330110MA2AAAAA1X"}"""))
        .Guarded.ShouldContain("accounts/" + Firm);

    [Fact]
    public void A_venture_is_founded_once() => AFoundedVenture().When(Found(id: "f2")).ThenRefused(RefusalCode.AlreadyRegistered, ("holder", Jiucun));

    [Fact]
    public void An_address_names_the_same_venture() => AFoundedVenture().When(Found(id: "f2", venture: "venture/jiucun")).ThenRefused(RefusalCode.AlreadyRegistered);

    [Fact]
    public void A_company_must_be_known() => TwoVillages().When(Found("company", more: ""","company":"91330110MA2AAAAA1X" """)).ThenRefused(RefusalCode.OwnerUnknown, ("owner", Firm));

    [Fact]
    public void A_venture_of_a_company_names_it() => TwoVillages().When(Found("company")).ThenRefused(RefusalCode.FieldMissing, ("field", "company"));

    [Fact]
    public void A_venture_without_a_company_names_none() => TwoVillages().When(Found(more: ""","company":"91330110MA2AAAAA1X" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "company"));

    [Theory]
    [InlineData("co-owned", "2125-01", "joint-land", "jiucun", "month")]
    [InlineData("partnership", "2025-01", "joint-land", "jiucun", "form")]
    [InlineData("co-owned", "2025-01", "lottery", "jiucun", "kind")]
    [InlineData("co-owned", "2025-01", "joint-land", "九村", "venture")]
    [InlineData("co-owned", "2025-01", "joint-land", "party/jiucun", "venture")]
    public void A_venture_has_a_known_form_and_kind_and_a_sensible_month(string form, string month, string kind, string venture, string field) =>
        TwoVillages().When(Found(form, month, venture: venture, kind: kind)).ThenRefused(RefusalCode.FieldInvalid, ("field", field));
}
