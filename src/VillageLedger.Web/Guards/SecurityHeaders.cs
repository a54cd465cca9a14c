using System.Security.Cryptography;

namespace VillageLedger.Web;

/// <summary>What every answer tells a browser: nothing from elsewhere, no frame around it, no guessing of types.</summary>
internal static class SecurityHeaders
{
    /// <summary>What is no page runs no script and loads nothing; a printed report has its styles inside, a PDF its viewer.</summary>
    private const string NoPage = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; object-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = NoPage;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }

    /// <summary>The policy of a page, and the nonce that its styles carry: new for each answer.</summary>
    public static string SetForPage(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        return nonce;
    }
}
