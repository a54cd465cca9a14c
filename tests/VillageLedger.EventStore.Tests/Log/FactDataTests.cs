using System.Text;
using VillageLedger.EventStore.Tests.Laws;

namespace VillageLedger.EventStore.Tests.Log;

public sealed class FactDataTests
{
    [Theory]
    [InlineData("""{"a":null}""", "a null")]
    [InlineData("""{"a":[null]}""", "a null")]
    [InlineData("""{"a":1.5}""", "a number")]
    [InlineData("""{"a":1.0}""", "a number")]
    [InlineData("""{"a":1e5}""", "a number")]
    [InlineData("""{"a":1E5}""", "a number")]
    [InlineData("""{"a":9007199254740992}""", "a number")]
    [InlineData("""{"a":-9007199254740992}""", "a number")]
    [InlineData("""{"a":99999999999999999999999}""", "a number")]
    [InlineData("""{"a":1,"a":1}""", "the key 'a' stands twice")]
    [InlineData("""{"a":1,"\u0061":1}""", "the key 'a' is written with escapes")]
    [InlineData("""{"a":{"b":1,"b":2}}""", "the key 'b' stands twice")]
    [InlineData("""{"金额":1}""", "the key '金额' is not ASCII")]
    [InlineData("""{"\u00e9":1}""", "is not ASCII")]
    [InlineData("""{"a":"\u0000"}""", "a NUL")]
    [InlineData("""{"a":"\ud800"}""", "half a surrogate pair")]
    [InlineData("""{"a":"\udc00x"}""", "half a surrogate pair")]
    [InlineData("""{"\ud800":1}""", "half a surrogate pair")]
    [InlineData("""[1]""", "not a JSON object")]
    [InlineData("""1""", "not a JSON object")]
    [InlineData("", "not JSON")]
    [InlineData("{", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("""{"a":1,}""", "not JSON")]
    [InlineData("""{"a":01}""", "not JSON")]
    [InlineData("/**/{}", "not JSON")]
    public async Task Data_that_do_not_read_the_same_everywhere_are_a_fault(string data, string fault)
    {
        FactData.FaultOf(Encoding.UTF8.GetBytes(data)).ShouldNotBeNull().ShouldContain(fault);

        await using var engine = await LedgerEngine.OpenAsync();
        await Should.ThrowAsync<ArgumentException>(() => engine.AppendAsync(Write.One("a", 0, data: data)));
        (await engine.ReadAllAsync(0)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":-0,"b":9007199254740991,"c":[true,false,[],{}]}""")]
    [InlineData("""{"a":{"a":1},"A":1,"b":[{"a":1},{"a":1}]}""")]
    [InlineData("""{"a":"\ud840\udc00 𠀀 \n \" é"}""")]
    public void Others_are_not(string data) => FactData.FaultOf(Encoding.UTF8.GetBytes(data)).ShouldBeNull();

    [Theory]
    [InlineData(new byte[] { 0xff })]
    [InlineData(new byte[] { 0xc0, 0x80 })] // NUL, overlong
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })] // half a surrogate pair
    [InlineData(new byte[] { 0xe4, 0xb8 })] // cut in the middle
    [InlineData(new byte[] { 0x00 })]
    public void Bytes_that_are_no_text_are_a_fault(byte[] bytes) =>
        FactData.FaultOf([.. "{\"a\":\""u8, .. bytes, .. "\"}"u8]).ShouldNotBeNull();

    [Fact]
    public void Data_that_are_too_deep_are_a_fault() =>
        FactData.FaultOf(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40))).ShouldNotBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(0xd800)] // the first half of a surrogate pair, alone
    [InlineData(0xdc00)] // the second
    public async Task A_name_or_id_that_cannot_be_stored_is_refused_at_once_and_stops_no_other(int unit)
    {
        var text = $"a{(char)unit}b";
        await using var engine = await LedgerEngine.OpenAsync();
        var good = Write.One("a", 0);
        var bad = new[]
        {
            good with { Facts = [good.Facts[0] with { Stream = text }], Expected = new Dictionary<string, long> { [text] = 0 } },
            good with { Facts = [good.Facts[0] with { Type = text }] },
            good with { Facts = [good.Facts[0] with { By = text }] },
            good with { Facts = [good.Facts[0] with { RequestId = text }] },
            good with { Facts = [good.Facts[0] with { DotnetType = text }] },
            good with { Expected = new Dictionary<string, long> { ["a"] = 0, [text] = 0 } },
            good with { Requests = [good.Requests[0] with { Id = text }] },
            good with { Requests = [good.Requests[0] with { By = text }] },
            good with { Requests = [good.Requests[0] with { Stream = text }] },
        };

        foreach (var append in bad) await Should.ThrowAsync<ArgumentException>(() => engine.AppendAsync(append));
        (await engine.AppendAsync(good)).ShouldBeOfType<AppendResult.Done>().First.ShouldBe(1);
    }

    [Fact]
    public async Task Appends_that_make_no_sense_are_a_fault()
    {
        await using var engine = await LedgerEngine.OpenAsync();
        var good = Write.One("a", 0);
        var bad = new[]
        {
            good with { Facts = [] },
            good with { Requests = [] },
            good with { Expected = new Dictionary<string, long>() },
            good with { Requests = [good.Requests[0], good.Requests[0]] },
            good with { Requests = [good.Requests[0] with { LastFact = 1 }] },
            good with { Requests = [good.Requests[0] with { FirstFact = -1 }] },
        };

        foreach (var append in bad) await Should.ThrowAsync<ArgumentException>(() => engine.AppendAsync(append));
    }
}
