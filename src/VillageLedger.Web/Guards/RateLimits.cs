using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace VillageLedger.Web;

/// <summary>How often one may ask, counted by this node: by address, by session, and signing in by address again.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";
    private const int Burst = 4;

    public static void AddRateLimits(this IServiceCollection services, WebOptions options) => services.AddRateLimiter(limits =>
    {
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, AddressOf(context), options.Guards.PerAddress)),
            // A made-up cookie gets a bucket of its own, and an answer from the door; the address's bucket is still there.
            PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, context.Request.Cookies[SessionCookie.Name] ?? AddressOf(context), options.Guards.PerSession)));
        limits.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
            AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Users.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        limits.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (long)Math.Ceiling(after.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "too-many-requests").ConfigureAwait(false);
        };
    });

    /// <summary>Files of the page are no calls: the browser asks for dozens at once.</summary>
    private static RateLimitPartition<string> Bucket(HttpContext context, string key, int perSecond) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond * Burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true,
            });

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
