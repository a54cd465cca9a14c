using System.Globalization;
using System.Text;
using VillageLedger;
using VillageLedger.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var language = Locale.Of(args);
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = new(language == Language.English ? "en" : "zh-Hans");
return await CommandLine.RunAsync(args, language);
