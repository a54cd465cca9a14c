using System.Runtime.CompilerServices;

// The checksum and the unpacking of the npm package are tested without fetching 24 MB.
[assembly: InternalsVisibleTo("VillageLedger.EventStore.Tests")]
