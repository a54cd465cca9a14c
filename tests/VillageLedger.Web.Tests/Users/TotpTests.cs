using System.Text;

namespace VillageLedger.Web.Tests.Users;

/// <summary>The second factor.</summary>
public sealed class TotpTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    private TestNode Node => fixture.Node;

    /// <summary>RFC 6238, appendix B, the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Totp.CodeOf(Encoding.ASCII.GetBytes("12345678901234567890"), seconds / 30).ShouldBe(code);

    [Fact]
    public async Task A_confirmed_second_factor_is_asked_for_and_each_code_is_used_once()
    {
        using var browser = await Node.AsAsync("jiang");
        var (_, begun) = await browser.SendAsync("POST", "/api/session/totp", new { password = TestNode.Password });
        begun.GetProperty("svg").GetString()!.ShouldStartWith("<svg");
        var key = Bytes(begun.GetProperty("secret").GetString()!);
        var step = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
        (await browser.CodeAsync("POST", "/api/session/totp/confirm", new { code = Totp.CodeOf(key, step - 1) })).ShouldBe("done");
        object Typed(string? code) => new { user = "jiang", password = TestNode.Password, code };
        (await Node.Client.CodeAsync("POST", "/api/session", new { user = "jiang", password = TestNode.Password })).ShouldBe("totp-needed");
        (await Node.Client.CodeAsync("POST", "/api/session", Typed(Totp.CodeOf(key, step - 1)))).ShouldBe("totp-wrong");
        (await Node.Client.CodeAsync("POST", "/api/session", Typed(Totp.CodeOf(key, step + 1)))).ShouldBe("done");
        (await Node.Client.CodeAsync("POST", "/api/session", Typed(Totp.CodeOf(key, step + 1)))).ShouldBe("totp-wrong");
        (await browser.CodeAsync("POST", "/api/session/totp/remove", new { password = "wrong" })).ShouldBe("password-wrong");
        (await browser.CodeAsync("POST", "/api/session/totp/remove", new { password = TestNode.Password })).ShouldBe("done");
        using var later = await Node.SignInAsync("jiang");
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
