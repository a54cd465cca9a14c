using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace VillageLedger.Web.Tests;

/// <summary>Asking a node as a user, in few words.</summary>
internal static class Asking
{
    public static async Task<(int Status, JsonElement Body)> GetAsync(this TestNode node, string path, string? user = null)
    {
        using var answer = await node.SendAsync(HttpMethod.Get, path, null, user);
        return ((int)answer.StatusCode, await BodyAsync(answer));
    }

    public static async Task<(int Status, JsonElement Body)> PostAsync(this TestNode node, string path, string json, string? user = null)
    {
        using var answer = await node.SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), user);
        return ((int)answer.StatusCode, await BodyAsync(answer));
    }

    public static async Task<(int Status, JsonElement Body)> PostAsync(this TestNode node, string path, byte[] bytes, string? user = null)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await node.SendAsync(HttpMethod.Post, path, content, user);
        return ((int)answer.StatusCode, await BodyAsync(answer));
    }

    public static async Task<HttpResponseMessage> SendAsync(this TestNode node, HttpMethod method, string path, HttpContent? content = null, string? user = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (user is not null) request.Headers.Add("X-Test-User", user);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await node.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true) return JsonSerializer.SerializeToElement(text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
