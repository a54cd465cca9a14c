namespace VillageLedger.EventStore.Tests.Laws;

/// <summary>A law that was never seen broken is no law: each of these faults breaks one.</summary>
public sealed class PlantedFaultTests
{
    [Theory]
    [InlineData(Fault.ConflictToldAsDone, nameof(StoreLaws.Sixty_four_writers_of_one_stream_store_what_they_report))]
    [InlineData(Fault.ConflictToldAsDone, nameof(StoreLaws.Of_many_appends_at_one_version_one_is_done))]
    [InlineData(Fault.ConflictToldAsDone, nameof(StoreLaws.An_append_that_conflicts_spoils_no_other))]
    [InlineData(Fault.StoredInParts, nameof(StoreLaws.An_append_over_several_streams_is_all_or_nothing))]
    [InlineData(Fault.GuardsIgnored, nameof(StoreLaws.A_stream_that_must_be_unchanged_is_guarded_and_not_written))]
    [InlineData(Fault.GuardsIgnored, nameof(StoreLaws.Two_that_each_watch_what_the_other_writes_are_never_both_done))]
    [InlineData(Fault.RequestsForgotten, nameof(StoreLaws.The_same_request_again_adds_nothing_and_tells_the_first_positions))]
    [InlineData(Fault.RequestsForgotten, nameof(StoreLaws.Of_sixty_four_callers_with_one_id_one_does_it))]
    [InlineData(Fault.ContentIgnored, nameof(StoreLaws.An_id_that_was_used_for_other_content_is_refused))]
    [InlineData(Fault.ContentIgnored, nameof(StoreLaws.Of_sixty_four_callers_with_one_id_one_does_it))]
    [InlineData(Fault.PartlyKnownDoneAgain, nameof(StoreLaws.Requests_that_were_carried_out_in_part_are_a_conflict))]
    [InlineData(Fault.ReaderSkips, nameof(StoreLaws.Recorded_time_never_goes_back_and_a_reader_of_everything_after_n_misses_nothing))]
    [InlineData(Fault.OwnClocks, nameof(StoreLaws.Recorded_time_never_goes_back_and_a_reader_of_everything_after_n_misses_nothing))]
    [InlineData(Fault.DataCut, nameof(StoreLaws.What_is_written_is_what_is_read))]
    [InlineData(Fault.NoLimits, nameof(StoreLaws.A_fact_of_one_mebibyte_is_taken_and_a_byte_more_is_not))]
    public async Task A_planted_fault_breaks_its_law(Fault fault, string law)
    {
        var laws = new FaultyLaws(fault);

        await Assert.ThrowsAsync<ShouldAssertException>(() => (Task)typeof(StoreLaws).GetMethod(law)!.Invoke(laws, [])!);
    }

    // Run by hand above, by nobody else.
#pragma warning disable xUnit1000
    private sealed class FaultyLaws(Fault fault) : StoreLaws
    {
        protected override async Task<Engine> OpenAsync() => new FaultyEngine(await LedgerEngine.OpenAsync(), fault);
    }
#pragma warning restore xUnit1000
}
