namespace VillageLedger.Cli;
internal static class RebuildBench { public static Task RunAsync(string server, bool quick, Action<Measure> print, Action<string> progress) => Task.CompletedTask; }
internal static class ReportBench { public static Task RunAsync(string server, bool quick, Action<Measure> print, Action<string> progress) => Task.CompletedTask; }
