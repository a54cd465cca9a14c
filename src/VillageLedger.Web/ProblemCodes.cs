using System.Collections.Frozen;

namespace VillageLedger.Web;

/// <summary>The stable codes of problems that are no refusals of the ledger, each with the status it is answered with; <c>docs/ERRORS.md</c> shows them with their texts (<c>problem.CODE</c>).</summary>
internal static class ProblemCodes
{
    public static readonly FrozenDictionary<string, int> All = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["wrong-usage"] = StatusCodes.Status400BadRequest,
        ["not-signed-in"] = StatusCodes.Status401Unauthorized,
        ["sign-in-failed"] = StatusCodes.Status401Unauthorized,
        ["account-disabled"] = StatusCodes.Status401Unauthorized,
        ["totp-needed"] = StatusCodes.Status401Unauthorized,
        ["password-must-change"] = StatusCodes.Status401Unauthorized,
        ["not-permitted"] = StatusCodes.Status403Forbidden,
        ["csrf-token-wrong"] = StatusCodes.Status403Forbidden,
        ["origin-foreign"] = StatusCodes.Status403Forbidden,
        ["not-there"] = StatusCodes.Status404NotFound,
        ["address-unknown"] = StatusCodes.Status404NotFound,
        ["report-unknown"] = StatusCodes.Status404NotFound,
        ["fact-unknown"] = StatusCodes.Status404NotFound,
        ["job-unknown"] = StatusCodes.Status404NotFound,
        ["rule-not-there"] = StatusCodes.Status404NotFound,
        ["session-unknown"] = StatusCodes.Status404NotFound,
        ["user-unknown"] = StatusCodes.Status404NotFound,
        ["village-not-public"] = StatusCodes.Status404NotFound,
        ["month-not-public"] = StatusCodes.Status404NotFound,
        ["method-not-taken"] = StatusCodes.Status405MethodNotAllowed,
        ["user-exists"] = StatusCodes.Status409Conflict,
        ["grant-held"] = StatusCodes.Status409Conflict,
        ["replay-running"] = StatusCodes.Status409Conflict,
        ["body-too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["content-type-not-taken"] = StatusCodes.Status415UnsupportedMediaType,
        ["password-wrong"] = StatusCodes.Status422UnprocessableEntity,
        ["password-weak"] = StatusCodes.Status422UnprocessableEntity,
        ["totp-wrong"] = StatusCodes.Status422UnprocessableEntity,
        ["user-invalid"] = StatusCodes.Status422UnprocessableEntity,
        ["user-name-invalid"] = StatusCodes.Status422UnprocessableEntity,
        ["grant-beyond-own"] = StatusCodes.Status422UnprocessableEntity,
        ["grant-invalid"] = StatusCodes.Status422UnprocessableEntity,
        ["grant-unknown"] = StatusCodes.Status422UnprocessableEntity,
        ["grants-incompatible"] = StatusCodes.Status422UnprocessableEntity,
        ["not-to-oneself"] = StatusCodes.Status422UnprocessableEntity,
        ["account-locked"] = StatusCodes.Status429TooManyRequests,
        ["too-many-requests"] = StatusCodes.Status429TooManyRequests,
        ["too-many-streams"] = StatusCodes.Status429TooManyRequests,
        ["too-many-jobs"] = StatusCodes.Status429TooManyRequests,
        ["program-fault"] = StatusCodes.Status500InternalServerError,
        ["database-trouble"] = StatusCodes.Status503ServiceUnavailable,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Two are answered at the door as at the desk: while somebody signs in he is nobody yet.</summary>
    public static bool IsAnsweredWith(string code, int status) =>
        All.TryGetValue(code, out var usual) && (status == usual || (status == StatusCodes.Status401Unauthorized && code is "password-weak" or "totp-wrong"));
}
