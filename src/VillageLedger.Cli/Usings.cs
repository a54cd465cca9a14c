global using VillageLedger.Catalog;
// The framework for the web brings an event log of the operating system.
global using EventLog = VillageLedger.EventStore.EventLog;
