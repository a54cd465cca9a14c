namespace VillageLedger.Requests;

/// <summary>A file that is stored, named by its content.</summary>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Type">What its content is: a word of <see cref="AttachmentType"/>.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StoredAttachment(string Sha256, string Type, long Bytes);

/// <summary>What came of storing a file: it is stored, it was before, or why it is not.</summary>
public sealed record PutAttachment(StoredAttachment? Stored, bool WasThere, Refusal? Refusal)
{
    internal static PutAttachment Refused(Refusal refusal) => new(null, false, refusal);
}

/// <summary>A stored file is not what it was: a piece is changed, missing or too many. Nothing of it is given out.</summary>
public sealed class DamagedAttachmentException : Exception
{
    public DamagedAttachmentException(string sha256)
        : base($"The stored file {sha256} was changed: its pieces do not hash to its name.") => Sha256 = sha256;

    public DamagedAttachmentException()
        : this("")
    {
    }

    public DamagedAttachmentException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public string Sha256 { get; } = "";
}
