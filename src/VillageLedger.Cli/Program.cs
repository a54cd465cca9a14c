using VillageLedger.Cli;
using VillageLedger.EventStore.Embedded;
var pg = await EmbeddedPostgres.StartAsync("/tmp/vlhome", null, Console.Error.WriteLine);
await AppendBench.RunAsync(pg.ConnectionString("postgres"), 3, args.Contains("quick"), m => Console.WriteLine(m.ToJson()), Console.Error.WriteLine);
return 0;
