using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace VillageLedger.Cli;

/// <summary>The lines of a request file as bytes, so that nothing is decoded before it is checked. Blank lines are passed over but counted.</summary>
internal static class RequestLines
{
    /// <summary>A longer line cannot be a request: a fact holds 1 MiB at most.</summary>
    private const int MaxLineBytes = 8 * 1024 * 1024;

    public static async IAsyncEnumerable<(int Number, ReadOnlyMemory<byte> Line)> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        var number = 1;
        var skipping = false;
        while (true)
        {
            var read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                if (!skipping && Trim(buffer.Slice(0, end), number) is { Length: > 0 } line) yield return (number, line);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                skipping = false;
                number++;
            }

            if (!skipping && buffer.Length > MaxLineBytes)
            {
                yield return (number, CutOff(buffer));
                skipping = true;
            }

            if (read.IsCompleted)
            {
                if (!skipping && Trim(buffer, number) is { Length: > 0 } last) yield return (number, last);
                break;
            }

            reader.AdvanceTo(skipping ? buffer.End : buffer.Start, buffer.End);
        }

        await reader.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>The beginning of a line that is too long, ended by a byte that no JSON holds: it is refused there, and the next line goes on.</summary>
    private static ReadOnlyMemory<byte> CutOff(ReadOnlySequence<byte> line) => (byte[])[.. line.Slice(0, MaxLineBytes).ToArray(), 0xFF];

    private static ReadOnlyMemory<byte> Trim(ReadOnlySequence<byte> line, int number)
    {
        ReadOnlyMemory<byte> bytes = line.ToArray();
        if (number == 1 && bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var span = bytes.Span;
        var start = span.IndexOfAnyExcept(" \t\r"u8);
        return start < 0 ? ReadOnlyMemory<byte>.Empty : bytes[start..(span.LastIndexOfAnyExcept(" \t\r"u8) + 1)];
    }
}
