using System.Security.Cryptography;
using System.Text;

namespace VillageLedger.Web;

/// <summary>
/// The cookie of a session and the token that goes with every write. Its prefix makes browsers take it from this host only, over https only; they count
/// http://127.0.0.1 and http://localhost as safe too, so the demonstration needs no exception.
/// </summary>
internal static class SessionCookie
{
    public const string Name = "__Host-ledger";
    public const string CsrfHeader = "X-CSRF-Token";

    private static readonly CookieOptions Kept = new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" };

    public static void SetCookie(this HttpContext context, string token) => context.Response.Cookies.Append(Name, token, Kept);

    public static void DropCookie(this HttpContext context) => context.Response.Cookies.Delete(Name, Kept);

    /// <summary>Who is signed in; null when nobody is.</summary>
    public static Session? Session(this HttpContext context) => context.Features.Get<Session>();

    /// <summary>Finds out who asks, and refuses writes that another site may have sent in his name.</summary>
    public static async Task FindAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Cookies.TryGetValue(Name, out var token) && context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && await context.RequestServices.GetRequiredService<Sessions>().FindAsync(token, context.RequestAborted, isUse: !Polling.Is(context.Request)).ConfigureAwait(false) is { } session)
        {
            if (Origins.IsWrite(context.Request) && !IsSigningIn(context) && !HasToken(context.Request, session))
            {
                await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "csrf-token-wrong").ConfigureAwait(false);
                return;
            }

            context.Features.Set(session);
            context.Features.Set(session.Viewer);
        }

        await next(context).ConfigureAwait(false);
    }

    /// <summary>Whether a call is the one that opens a session. Whoever signs in anew has no token yet, or that of a session that ended; the origin was looked at.</summary>
    public static bool IsSigningIn(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<SigningIn>() is not null;

    private static bool HasToken(HttpRequest request, Session session) =>
        request.Headers[CsrfHeader] is [{ } given] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(session.CsrfToken));
}

/// <summary>Marks the endpoint that opens sessions.</summary>
internal sealed class SigningIn;
