namespace VillageLedger.Pages.Tests;

/// <summary>Signing in, and what each sees first.</summary>
public sealed class SigningInTests(Browser browser)
{
    [Fact]
    public async Task An_accountant_signs_in_and_finds_his_work()
    {
        await using var site = await Site.OpenAsync();
        await using var visit = await Visit.OpenAsync(browser, site);
        visit.Expect(401);
        await visit.SignInAsync("daili-kuaiji-1");
        await visit.PictureAsync("start");
        (await visit.Page.GetByRole(AriaRole.Navigation).First.InnerTextAsync()).ShouldNotBeEmpty();
    }
}
