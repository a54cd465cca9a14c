using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace VillageLedger.Web.Tests;

/// <summary>Calls, and what they are answered with.</summary>
internal static class Calls
{
    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(this HttpClient client, string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (text.Length == 0 || text[0] is not ('{' or '[')) return (answer.StatusCode, default);
        using var json = JsonDocument.Parse(text);
        return (answer.StatusCode, json.RootElement.Clone());
    }

    /// <summary>The code of a problem; "done" where there is none.</summary>
    public static async Task<string> CodeAsync(this HttpClient client, string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var (status, answer) = await client.SendAsync(method, path, body, headers);
        return (int)status < 400 ? "done" : answer.GetProperty("code").GetString()!;
    }
}
