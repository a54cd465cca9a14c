namespace VillageLedger.Web.Tests;

/// <summary>Names are found by the first letters of their sounds.</summary>
public sealed class PinyinTests
{
    [Theory]
    [InlineData("稻香村", "dxc")]
    [InlineData("阿里", "al")]
    [InlineData("余杭区径山镇", "yhqjsz")]
    // 行 and 会 have two sounds each; the collation knows them by xing and hui.
    [InlineData("银行存款", "yhck")]
    [InlineData("执行会计", "zxkj")]
    [InlineData("长期投资", "cqtz")]
    [InlineData("库存现金", "kcxj")]
    [InlineData("应收款 (农户)", "ysknh")]
    [InlineData("Ａ公司 3号", "ags3h")]
    [InlineData("座", "z")]
    [InlineData("", "")]
    [InlineData("<b>🌾", "b")]
    public void A_name_has_the_first_letters_of_its_sounds(string name, string initials) =>
        Pinyin.InitialsOf(name).ShouldBe(initials);
}
