using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace VillageLedger.Web;

/// <summary>Built files that lie there compressed as well (<c>.br</c>, <c>.gz</c>): whoever takes one of these gets it as it lies, under the name and the type of the file itself.</summary>
internal sealed class CompressedFiles(IFileProvider files) : IContentTypeProvider
{
    /// <summary>Smallest first.</summary>
    private static readonly (string Coding, string Ending)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    private readonly FileExtensionContentTypeProvider types = new();

    /// <summary>Leads a call for a file to the compressed one that its caller takes, where there is one.</summary>
    public void Choose(HttpContext context)
    {
        if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) || context.Request.Path.Value is not { Length: > 1 } path) return;
        var taken = context.Request.GetTypedHeaders().AcceptEncoding.Where(coding => coding.Quality is not 0).Select(coding => coding.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (coding, ending) in Codings)
        {
            if (!taken.Contains(coding) || files.GetFileInfo(path + ending) is not { Exists: true, IsDirectory: false }) continue;
            context.Request.Path = path + ending;
            return;
        }
    }

    /// <summary>Says how a file is compressed, and that other callers may get it otherwise.</summary>
    public static void Describe(HttpContext context, string name)
    {
        context.Response.Headers.Vary = "Accept-Encoding";
        if (Codings.FirstOrDefault(one => name.EndsWith(one.Ending, StringComparison.Ordinal)) is { Coding: { } coding }) context.Response.Headers.ContentEncoding = coding;
    }

    public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
        types.TryGetContentType(Codings.FirstOrDefault(one => subpath.EndsWith(one.Ending, StringComparison.Ordinal)) is { Ending: { } ending } ? subpath[..^ending.Length] : subpath, out contentType);
}
