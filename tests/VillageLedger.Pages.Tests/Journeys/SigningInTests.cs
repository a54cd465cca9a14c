namespace VillageLedger.Pages.Tests;

/// <summary>Signing in, and what each sees first.</summary>
public sealed class SigningInTests(Browser browser)
{
    [Fact]
    public async Task An_accountant_signs_in_and_finds_his_work()
    {
        await using var site = await Site.OpenAsync();
        await Visit.GoAsync(browser, site, async visit =>
        {
            await visit.SignInAsync("daili-kuaiji-1");
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "填制凭证" }).First.WaitForAsync();
            await visit.PictureAsync("start");
        });
    }
}
