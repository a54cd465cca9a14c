using System.IO.Compression;
using System.Security.Cryptography;

namespace VillageLedger.Reports;

/// <summary>A file of an archive.</summary>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Title">What it is beyond its part, for a reader; null where the part says it.</param>
public sealed record ArchivedFile(string Path, long Bytes, string Sha256, string? Title);

/// <summary>A zip file whose entries are hashed while they are written, and which is the same bytes for the same entries.</summary>
internal sealed class ArchiveZip(Stream output) : IDisposable
{
    /// <summary>Zip files begin in 1980; a time of making would make every copy differ.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A plain file that everybody may read (POSIX 0100644 in the upper half), wherever the archive was made.</summary>
    private const int PlainFile = unchecked((int)0x81A4_0000);

    private readonly ZipArchive zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<ArchivedFile> files = [];

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<ArchivedFile> Files => files;

    public void Dispose() => zip.Dispose();

    public async Task AddAsync(string path, string? title, Func<Stream, Task> write)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        entry.ExternalAttributes = PlainFile;
        var stream = entry.Open();
        await using (stream.ConfigureAwait(false))
        {
            var hashed = new HashedStream(stream);
            await using (hashed.ConfigureAwait(false))
            {
                await write(hashed).ConfigureAwait(false);
                files.Add(new(path, hashed.Written, hashed.Hash(), title));
            }
        }
    }

    public Task AddAsync(string path, string? title, ReadOnlyMemory<byte> bytes) => AddAsync(path, title, async stream => await stream.WriteAsync(bytes).ConfigureAwait(false));

    /// <summary>Counts and hashes what goes through it.</summary>
    private sealed class HashedStream(Stream inner) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Written;
            set => throw new NotSupportedException();
        }

        public string Hash() => Convert.ToHexStringLower(hash.GetCurrentHash());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            Written += buffer.Length;
            inner.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            Written += buffer.Length;
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
