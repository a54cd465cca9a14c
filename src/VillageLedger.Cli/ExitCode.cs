namespace VillageLedger.Cli;

/// <summary>What a command's exit status says.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something was refused, or differs.</summary>
    public const int Refused = 1;

    public const int WrongUsage = 2;

    /// <summary>Database, file.</summary>
    public const int Trouble = 3;
}
