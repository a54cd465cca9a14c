namespace VillageLedger.Tests;

public sealed class RegisterMemberTests
{
    [Fact]
    public void A_members_name_and_numbers_enter_no_fact() => Given.AVillage()
        .When(SayShares.Member(more: ""","household":"h-7","entry":"birth","identityNumber":"11010519491231002X","bankAccount":"6222021234567890128","phone":"13800000000" """))
        .Then(new Stored("member/m1", "member-registered.1", """{"member":"m1","village":"330110112201","joinedOn":"2020-01-01","household":"h-7","entry":"birth"}"""));

    [Fact]
    public void A_member_may_be_known_by_name_alone_and_by_its_address() => Given.AVillage().When(SayShares.Member("member/m1"))
        .Then(new Stored("member/m1", "member-registered.1", """{"member":"m1","village":"330110112201","joinedOn":"2020-01-01"}"""));

    [Fact]
    public void A_member_of_an_unknown_village_is_refused() => Given.ANewLedger().When(SayShares.Member()).ThenRefused(RefusalCode.OwnerUnknown, ("owner", "village/330110112201"));

    [Fact]
    public void A_member_is_registered_once_in_whichever_village() => Given.AVillageOfMembers().Done(Say.RegisterVillage("r9", SayShares.OtherVillage, "麦香村"))
        .When(SayShares.Member(village: SayShares.OtherVillage)).ThenRefused(RefusalCode.AlreadyRegistered, ("holder", "member/m1"));

    [Theory]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    [InlineData("1101051949123100")]
    [InlineData("")]
    public void An_identity_number_that_is_not_right_is_refused_and_not_quoted(string number)
    {
        var outcome = Given.AVillage().When(SayShares.Member(more: $",\"identityNumber\":\"{number}\""));
        if (number.Length == 0) outcome.ThenRefused(RefusalCode.FieldMissing);
        else
        {
            outcome.ThenRefused(RefusalCode.IdentityNumberInvalid, ("field", "identityNumber"));
            outcome.Refusal!.Values.Values.ShouldNotContain(number);
        }
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("m-11010519491231002x")]
    [InlineData("6222021234567890128")]
    public void An_id_that_looks_like_a_persons_number_is_refused_and_not_quoted(string id)
    {
        var outcome = Given.AVillage().When(SayShares.Member(id));
        outcome.ThenRefused(RefusalCode.PersonalNumberAsId, ("field", "member"));
        outcome.Refusal!.Message(Language.English).ShouldNotContain(id);
    }

    [Fact]
    public void A_household_that_looks_like_a_persons_number_is_refused() =>
        Given.AVillage().When(SayShares.Member(more: ""","household":"11010519491231002X" """)).ThenRefused(RefusalCode.PersonalNumberAsId, ("field", "household"));

    /// <summary>Fields that were confused with one another: what is refused may be the name.</summary>
    [Theory]
    [InlineData("member", "\"王小明\"")]
    [InlineData("household", "\"王小明\"")]
    [InlineData("identityNumber", "110105194912310021")]
    [InlineData("phone", "[\"王小明\"]")]
    public void No_refusal_quotes_what_may_be_a_persons(string field, string value)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(SayShares.Member())!.AsObject();
        json[field] = System.Text.Json.Nodes.JsonNode.Parse(value);
        var outcome = Given.AVillage().When(json.ToJsonString());
        outcome.ThenRefused(RefusalCode.FieldInvalid, ("field", field), ("value", "…"));
    }

    [Fact]
    public void Another_kind_of_entry_is_refused() =>
        Given.AVillage().When(SayShares.Member(more: ""","entry":"purchase" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "entry"));

    [Fact]
    public void A_member_is_a_holder_that_vouchers_can_name() => Given.AVillageOfMembers().Done(Say.OpenBook())
        .Done(Say.Prepare(lines: Say.Debit("113", 100, ",\"party\":\"member/m1\"") + "," + Say.Credit("102", 100)));
}
