using System.Text;

namespace VillageLedger.Tests;

/// <summary>What no request may contain, whichever it is.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{\"request\":\"close-month\",}")]
    [InlineData("{/* remark */}")]
    [InlineData("{\"request\":NaN}")]
    public void What_is_no_JSON_object_is_refused(string text) => Given.ANewLedger().When(text).ThenRefused(RefusalCode.JsonInvalid);

    [Fact]
    public void JSON_that_is_nested_too_deep_is_refused() =>
        Given.ANewLedger().When(new string('[', 100_000) + new string(']', 100_000)).ThenRefused(RefusalCode.JsonInvalid);

    [Fact]
    public void A_key_that_stands_twice_is_refused_by_name() =>
        Given.ANewLedger().When("""{"request":"register-party","id":"x","by":"zhao","party":"a","name":"b","name":"c","kind":"group"}""")
            .ThenRefused(RefusalCode.JsonDuplicateKey, ("key", "name"));

    [Fact]
    public void A_key_that_stands_twice_in_a_line_is_refused() =>
        Given.AVillageBook().When(Say.Prepare(lines: """{"account":"102","debitFen":1,"debitFen":2},{"account":"501","creditFen":1}"""))
            .ThenRefused(RefusalCode.JsonDuplicateKey, ("key", "debitFen"));

    [Fact]
    public void A_key_that_stands_twice_as_an_escape_is_refused() =>
        Given.ANewLedger().When("""{"request":"close-month","id":"x","\u0069d":"y"}""").ThenRefused(RefusalCode.JsonDuplicateKey, ("key", "id"));

    [Fact]
    public void An_unknown_request_is_refused_by_name() =>
        Given.ANewLedger().When("""{"request":"delete-voucher","id":"x","by":"zhao"}""").ThenRefused(RefusalCode.RequestUnknown, ("request", "delete-voucher"));

    [Theory]
    [InlineData("""{"id":"x","by":"zhao"}""", "request")]
    [InlineData("""{"request":"close-month","by":"zhao"}""", "id")]
    [InlineData("""{"request":"close-month","id":"x"}""", "by")]
    [InlineData("""{"request":"close-month","id":"x","by":"zhao","book":"village/330110112201"}""", "month")]
    [InlineData("""{"request":"close-month","id":"x","by":"zhao","book":null,"month":"2025-01"}""", "book")]
    [InlineData("""{"request":"register-party","id":"x","by":"zhao","party":"a","name":"  ","kind":"group"}""", "name")]
    [InlineData("""{"request":"prepare-voucher","id":"x","by":"zhao","book":"village/330110112201","date":"2025-01-01","summary":"s"}""", "lines")]
    [InlineData("""{"request":"prepare-voucher","id":"x","by":"zhao","book":"village/330110112201","date":"2025-01-01","summary":"s","lines":[{"debitFen":1}]}""", "lines[1].account")]
    public void A_missing_or_blank_field_is_refused_by_name(string json, string field) =>
        Given.ANewLedger().When(json).ThenRefused(RefusalCode.FieldMissing, ("field", field));

    [Theory]
    [InlineData(",\"ammount\":1", "ammount")]
    [InlineData(",\"Date\":\"2025-01-01\"", "Date")]
    [InlineData(",\"attachments\":[{\"name\":\"a\",\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"size\":1}]", "attachments[1].size")]
    public void A_field_that_nobody_asked_for_is_refused_by_name(string more, string field) =>
        Given.AVillageBook().When(Say.Prepare(more: more)).ThenRefused(RefusalCode.FieldUnknown, ("field", field));

    [Fact]
    public void A_misspelt_amount_is_named_rather_than_called_missing() =>
        Given.AVillageBook().When(Say.Prepare(lines: """{"account":"102","debit":1},{"account":"501","creditFen":1}""")).ThenRefused(RefusalCode.FieldUnknown, ("field", "lines[1].debit"));

    [Theory]
    [InlineData("id", "\"a b\"")]
    [InlineData("id", "\"../x\"")]
    [InlineData("id", "\"村\"")]
    [InlineData("id", "7")]
    [InlineData("by", "\"王 五\"")]
    [InlineData("by", "\" \"")]
    [InlineData("book", "\"330110112201\"")]
    [InlineData("book", "\"party/x\"")]
    [InlineData("book", "\"village/\"")]
    [InlineData("book", "[]")]
    [InlineData("month", "\"2025-13\"")]
    [InlineData("month", "\"2025-1\"")]
    [InlineData("month", "\"2025-00\"")]
    [InlineData("month", "202501")]
    [InlineData("month", "\"２０２５-01\"")]
    public void A_field_of_another_shape_is_refused_by_name(string field, string value)
    {
        var fields = new Dictionary<string, string> { ["request"] = "\"close-month\"", ["id"] = "\"x\"", ["by"] = "\"zhao\"", ["book"] = "\"village/330110112201\"", ["month"] = "\"2025-01\"" };
        fields[field] = value;
        Given.ANewLedger().When("{" + string.Join(",", fields.Select(pair => $"\"{pair.Key}\":{pair.Value}")) + "}").ThenRefused(RefusalCode.FieldInvalid, ("field", field));
    }

    [Fact]
    public void The_message_says_what_was_expected() =>
        Given.ANewLedger().When(Say.Close("2025-13")).ThenRefused(RefusalCode.FieldInvalid, ("field", "month"), ("value", "\"2025-13\""), ("expected", "2025-06"));

    [Fact]
    public void An_id_of_65_characters_is_refused() =>
        Given.AVillageBook().When(Say.Prepare(new string('x', 65))).ThenRefused(RefusalCode.FieldInvalid, ("field", "id"));

    [Fact]
    public void An_id_of_64_characters_is_taken() =>
        RequestTypes.Read(Encoding.UTF8.GetBytes(Say.Prepare(new string('x', 64)))).Request.ShouldNotBeNull();

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("a\\u0000b")]
    [InlineData("\\ud800")]
    [InlineData("a\\udc00b")]
    [InlineData("\\ud83d x")]
    [InlineData("\\u0007")]
    [InlineData("\\u001b[31m")]
    [InlineData("100\\u202e001")]
    [InlineData("仁\\u200b和")]
    [InlineData("\\ufeff仁和")]
    [InlineData("\\u2066仁和")]
    public void NUL_control_characters_and_half_a_surrogate_pair_are_refused_in_every_text(string text)
    {
        foreach (var (json, field) in EveryText(text))
            Given.AVillageBook().When(json).ThenRefused(RefusalCode.TextInvalid, ("field", field));
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("a\\ud800")]
    [InlineData("\\udc00\\ud800")]
    public void NUL_and_half_a_surrogate_pair_are_refused_in_names_of_fields(string name)
    {
        Given.AVillageBook().When(Say.Prepare(more: $",\"{name}\":1")).ThenRefused(RefusalCode.FieldUnknown);
        Given.AVillageBook().When(Say.Prepare(lines: Say.Debit("102", 1, $",\"{name}\":1") + "," + Say.Credit("501", 1))).ThenRefused(RefusalCode.FieldUnknown);
        Given.AVillageBook().When($"{{\"{name}\":1}}").Refusal.ShouldNotBeNull();
        Given.AVillageBook().When(Say.Prepare(more: $",\"{name}\":1,\"{name}\":2")).Refusal.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("attachmentCount")]
    [InlineData("nobody")]
    [InlineData("date")]
    public void Bytes_that_are_not_UTF8_are_refused_wherever_they_stand(string field)
    {
        var good = Encoding.UTF8.GetBytes(Say.Prepare(more: ",\"attachmentCount\":\"Z\",\"nobody\":\"Z\"").Replace("收到租金", "Z", StringComparison.Ordinal).Replace("2025-01-15", "Z025-01-15", StringComparison.Ordinal));
        var at = Encoding.UTF8.GetString(good).IndexOf($"\"{field}\":\"Z", StringComparison.Ordinal) + field.Length + 4;
        foreach (byte wrong in (byte[])[0xff, 0xc3, 0xb4])
        {
            var bytes = good.ToArray();
            bytes[at] = wrong;
            Given.AVillageBook().When(bytes).ThenRefused(RefusalCode.JsonInvalid);
        }
    }

    [Fact]
    public void A_name_of_a_field_that_is_not_UTF8_is_refused() =>
        Given.AVillageBook().When([.. "{\"request\":\"close-month\",\""u8, 0xff, .. "\":1}"u8]).ThenRefused(RefusalCode.JsonInvalid);

    [Fact]
    public void A_whole_surrogate_pair_and_a_new_line_are_taken() =>
        Given.ANewLedger().When("""{"request":"register-party","id":"x","by":"zhao","party":"a","name":"𠮷\ud842\udfb7\n村","kind":"group"}""")
            .Then(new Stored("party/a", "party-registered.1", """{"party":"a","kind":"group","name":"𠮷𠮷\n村"}"""));

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025-02-29")]
    [InlineData("2025-04-31")]
    [InlineData("2025-13-01")]
    [InlineData("2025-00-10")]
    [InlineData("2025-1-1")]
    [InlineData("20250101")]
    [InlineData("2025/01/01")]
    [InlineData("01-01-2025")]
    [InlineData("2025-01-01T00:00:00")]
    [InlineData("２０２５-01-01")]
    [InlineData("0025-01-01")]
    [InlineData(" 2025-01-01")]
    public void A_day_that_is_not_on_the_calendar_is_refused(string date) =>
        Given.AVillageBook().When(Say.Prepare(date: date)).ThenRefused(RefusalCode.DateInvalid, ("field", "date"));

    [Theory]
    [InlineData("20250101")]
    [InlineData("true")]
    [InlineData("{}")]
    public void A_date_that_is_no_text_is_refused(string date) =>
        Given.AVillageBook().When(Say.Prepare().Replace("\"2025-01-15\"", date, StringComparison.Ordinal)).ThenRefused(RefusalCode.DateInvalid, ("field", "date"));

    [Fact]
    public void A_leap_day_is_a_day() =>
        RequestTypes.Read(Encoding.UTF8.GetBytes(Say.Prepare(date: "2024-02-29"))).Request.ShouldBeOfType<PrepareVoucher>().Content.Date.ShouldBe(new DateOnly(2024, 2, 29));

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.005")]
    [InlineData("1e5")]
    [InlineData("1.2E+05")]
    [InlineData("-1.5")]
    [InlineData("\"100\"")]
    [InlineData("\"1,000.00\"")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void An_amount_that_is_no_whole_number_is_refused(string amount) =>
        Given.AVillageBook().When(Amount(amount)).ThenRefused(RefusalCode.AmountNotWholeFen, ("field", "lines[1].debitFen"));

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    [InlineData("123456789012345678901234567890")]
    public void An_amount_beyond_the_bound_is_refused(string amount) =>
        Given.AVillageBook().When(Amount(amount)).ThenRefused(RefusalCode.AmountOutOfBounds, ("field", "lines[1].debitFen"));

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    public void A_zero_amount_is_refused(string amount) => Given.AVillageBook().When(Amount(amount)).ThenRefused(RefusalCode.AmountZero, ("field", "lines[1].debitFen"));

    [Theory]
    [InlineData("-1")]
    [InlineData("10000")]
    [InlineData("1.5")]
    [InlineData("\"3\"")]
    public void A_count_is_a_whole_number_within_its_limit(string count) =>
        Given.AVillageBook().When(Say.Prepare(more: $",\"attachmentCount\":{count}")).ThenRefused(RefusalCode.FieldInvalid, ("field", "attachmentCount"));

    [Fact]
    public void A_text_beyond_its_limit_is_refused_with_the_limit() =>
        Given.ANewLedger().When(Say.RegisterParty(name: new string('组', 101))).ThenRefused(RefusalCode.TextTooLong, ("field", "name"), ("limit", "100"));

    [Fact]
    public void The_same_content_in_another_order_with_blanks_and_nulls_is_the_same_content()
    {
        var one = RequestTypes.Read("""{"request":"discard-voucher","id":"x","by":"zhao","voucher":"v1","reason":"误"}"""u8.ToArray());
        var other = RequestTypes.Read(Encoding.UTF8.GetBytes("""{ "reason":"\u8bef", "voucher" : "v1","by":"zhao","id":"x","request":"discard-voucher" }"""));
        var without = RequestTypes.Read("""{"request":"discard-voucher","id":"x","by":"zhao","voucher":"v1"}"""u8.ToArray());
        var withNull = RequestTypes.Read("""{"request":"discard-voucher","id":"x","by":"zhao","voucher":"v1","reason":null}"""u8.ToArray());
        other.Content.ShouldBe(one.Content);
        withNull.Content.ShouldBe(without.Content);
        without.Content.ShouldNotBe(one.Content);
    }

    [Fact]
    public void The_id_is_known_even_when_the_rest_cannot_be_read() =>
        RequestTypes.Read("""{"request":"close-month","id":"x-1","by":"zhao","month":"2025-99"}"""u8.ToArray()).Id.ShouldBe("x-1");

    [Fact]
    public void Names_of_requests_are_frozen() => RequestTypes.Names.ShouldBe(Resource.Text("request-names.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    private static string Amount(string amount) => Say.Prepare(lines: $$"""{"account":"102","debitFen":{{amount}}},{"account":"501","creditFen":1}""");

    private static IEnumerable<(string Json, string Field)> EveryText(string text)
    {
        const string sha = "0000000000000000000000000000000000000000000000000000000000000000";
        yield return (Say.Prepare().Replace("收到租金", text, StringComparison.Ordinal), "summary");
        yield return (Say.Prepare(date: text), "date");
        yield return (Say.Prepare(by: text), "by");
        yield return (Say.Prepare(id: text), "id");
        yield return (Say.Prepare(book: text), "book");
        yield return (Say.Prepare(more: $",\"type\":\"{text}\""), "type");
        yield return (Say.Prepare(more: $",\"kind\":\"{text}\""), "kind");
        yield return (Say.Prepare(more: $",\"corrects\":\"{text}\""), "corrects");
        yield return (Say.Prepare(more: $",\"concernsMonth\":\"{text}\""), "concernsMonth");
        yield return (Say.Prepare(more: $",\"sourceNumber\":\"{text}\""), "sourceNumber");
        yield return (Say.Prepare(more: $$""","attachments":[{"name":"{{text}}","sha256":"{{sha}}"}]"""), "attachments[1].name");
        yield return (Say.Prepare(more: $$""","attachments":[{"name":"a","sha256":"{{text}}"}]"""), "attachments[1].sha256");
        yield return (Say.Prepare(lines: Say.Debit(text, 1) + "," + Say.Credit("501", 1)), "lines[1].account");
        yield return (Say.Prepare(lines: Say.Debit("102", 1) + "," + Say.Credit("501", 1, $",\"summary\":\"{text}\"")), "lines[2].summary");
        yield return (Say.Prepare(lines: Say.Debit("102", 1) + "," + Say.Credit("501", 1, $",\"party\":\"{text}\"")), "lines[2].party");
        yield return (Say.Prepare(lines: Say.Debit("102", 1) + "," + Say.Credit("501", 1, $",\"project\":\"{text}\"")), "lines[2].project");
        yield return (Say.Prepare(lines: Say.Debit("102", 1) + "," + Say.Credit("501", 1, $",\"contract\":\"{text}\"")), "lines[2].contract");
        yield return (Say.RegisterVillage(village: text), "village");
        yield return (Say.RegisterVillage(name: text), "name");
        yield return (Say.RegisterVillage(township: text), "township");
        yield return (Say.RegisterVillage(county: text), "county");
        yield return (Say.RegisterVillage(more: $$""","organisation":{"name":"{{text}}"}"""), "organisation.name");
        yield return (Say.RegisterVillage(more: $$""","organisation":{"name":"a","creditCode":"{{text}}"}"""), "organisation.creditCode");
        yield return (Say.RegisterCompany(company: text), "company");
        yield return (Say.RegisterCompany(kind: text), "kind");
        yield return (Say.RegisterCompany(shareholders: $$"""{"holder":"{{text}}","subscribedFen":1,"paidInFen":1}"""), "shareholders[1].holder");
        yield return (Say.RegisterParty(party: text), "party");
        yield return (Say.RegisterParty(kind: text), "kind");
        yield return (Say.AddAccount(text, "101", id: "a"), "account");
        yield return (Say.AddAccount("10101", "101", name: text), "name");
        yield return (Say.OpenBook(standard: text), "standard");
        yield return (Say.Reverse(reason: text), "reason");
        yield return (Say.Discard(more: $",\"reason\":\"{text}\""), "reason");
        yield return ("""{"request":"TEXT","id":"x","by":"zhao"}""".Replace("TEXT", text, StringComparison.Ordinal), "request");
        yield return ("""{"request":"adopt-rules","id":"x","by":"zhao","kind":"chart","name":"TEXT","version":"v"}""".Replace("TEXT", text, StringComparison.Ordinal), "name");
    }
}
