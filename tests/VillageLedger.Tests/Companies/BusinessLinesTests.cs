namespace VillageLedger.Tests;

public sealed class BusinessLinesTests
{
    private static readonly BusinessLines Lines = new[]
    {
        new BusinessLineAdded("c", "farm", "农业", [new("5001")]), new BusinessLineAdded("c", "lotus", "荷塘", [new("500101")]), new BusinessLineAdded("c", "festival", "节庆", []),
    }.Aggregate(BusinessLines.None, (lines, line) => lines.With(line));

    [Theory]
    [InlineData("5001", null, "farm")]
    [InlineData("500102", null, "farm")]
    [InlineData("500101", null, "lotus")]
    [InlineData("50010107", null, "lotus")]
    [InlineData("5051", null, "unassigned")]
    [InlineData("500", null, "unassigned")]
    [InlineData("500101", "festival", "festival")]
    [InlineData("5051", "festival", "festival")]
    [InlineData("500101", "farm", "farm")]
    [InlineData("500101", "another project", "lotus")]
    [InlineData("5051", "another project", "unassigned")]
    public void A_posting_belongs_to_the_line_of_its_project_else_of_its_deepest_account(string account, string? project, string line) => Lines.LineOf(new(account), project).ShouldBe(line);

    [Fact]
    public void Without_lines_nothing_is_assigned() => BusinessLines.None.LineOf(new("5001"), "p").ShouldBe("unassigned");
}
