using Microsoft.AspNetCore.HttpOverrides;

namespace VillageLedger.Web;

/// <summary>
/// Where a reverse proxy stands in front, it says where a call came from and whether that was https (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>). Only what a named proxy says is believed, from the last entry on: entries that
/// the caller wrote himself stand before those. Where none is named the headers mean nothing.
/// </summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app, WebOptions options)
    {
        if (options.BehindProxies.Count == 0) return;
        var believed = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        // The framework believes every program of this machine unless told otherwise.
        believed.KnownIPNetworks.Clear();
        believed.KnownProxies.Clear();
        foreach (var proxy in options.BehindProxies) believed.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(believed);
    }
}
