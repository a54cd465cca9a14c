using System.Text;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Requests.Tests.Attachments;

/// <summary>Files are stored by their hash, checked whenever they are read, and never half.</summary>
public sealed class AttachmentStoreTests
{
    [Fact]
    public async Task A_file_of_several_pieces_reads_back_as_it_was()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        var content = Pdf(2 * 1024 * 1024 + 1);
        var put = await store.PutAsync("a.pdf", content);
        put.ShouldBe(new(new(AttachmentStore.HashOf(content), "pdf", content.Length), false, null));
        (await store.GetAsync(put.Stored!.Sha256)).ShouldBe(content);
        (await ledger.QueryAsync<long>("select count(*) from attachments.piece")).ShouldBe([3]);
    }

    [Fact]
    public async Task The_same_bytes_twice_are_there_already()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        (await store.PutAsync("a.pdf", Pdf(100))).WasThere.ShouldBeFalse();
        (await store.PutAsync("b.pdf", Pdf(100))).WasThere.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_writers_at_once_store_one_file()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var one = new AttachmentStore(ledger.Log);
        await using var two = new AttachmentStore(ledger.Log);
        var content = Pdf(3 * 1024 * 1024);
        var puts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : two).PutAsync("a.pdf", content)));
        puts.Count(put => !put.WasThere).ShouldBe(1);
        puts.ShouldAllBe(put => put.Refusal == null);
        (await two.GetAsync(AttachmentStore.HashOf(content))).ShouldBe(content);
    }

    /// <summary>A writer that dies between two pieces leaves nothing: the next one stores the whole.</summary>
    [Fact]
    public async Task A_writer_that_is_killed_in_the_middle_leaves_nothing()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        await store.PutAsync("first.pdf", Pdf(10));
        var content = Pdf(2 * 1024 * 1024);
        var hash = AttachmentStore.HashOf(content);
        Task<PutAttachment> waiting;
        await using (var session = new NpgsqlConnection(ledger.Log.Connection + ";Pooling=false"))
        {
            await session.OpenAsync();
            await using var half = new NpgsqlCommand($"begin; insert into attachments.file values ('{hash}', 'pdf', {content.Length}); insert into attachments.piece values ('{hash}', 0, 'x')", session);
            await half.ExecuteNonQueryAsync();
            (await store.GetAsync(hash)).ShouldBeNull();
            waiting = store.PutAsync("a.pdf", content);
        }

        (await waiting).WasThere.ShouldBeFalse();
        (await store.GetAsync(hash)).ShouldBe(content);
    }

    [Theory]
    [InlineData("update attachments.piece set bytes = set_byte(bytes, 50, 7) where number = 1")]
    [InlineData("delete from attachments.piece where number = 1")]
    [InlineData("insert into attachments.piece select sha256, 9, 'x' from attachments.file")]
    [InlineData("update attachments.piece set number = 1 - number + 10")]
    [InlineData("update attachments.file set bytes = bytes - 1")]
    public async Task A_changed_file_is_not_given_out(string change)
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        var content = Pdf(1024 * 1024 + 100);
        var sha256 = (await store.PutAsync("a.pdf", content)).Stored!.Sha256;
        await store.PutAsync("b.pdf", Pdf(20));
        await ledger.QueryAsync<int>(change.Replace("where number", $"where sha256 = '{sha256}' and number", StringComparison.Ordinal) + " returning 1");
        (await Should.ThrowAsync<DamagedAttachmentException>(() => store.GetAsync(sha256))).Sha256.ShouldBe(sha256);
        (await store.CheckAsync()).Damaged.ShouldContain(sha256);
    }

    [Fact]
    public async Task A_file_that_does_not_hash_to_its_name_is_refused()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        var refusal = (await store.PutAsync("a.pdf", Pdf(10), SayClaim.Hash)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.FileHashDiffers);
        refusal.Values["actual"].ShouldBe(AttachmentStore.HashOf(Pdf(10)));
        (await store.PutAsync("a.pdf", Pdf(10), AttachmentStore.HashOf(Pdf(10)))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Twenty_MiB_are_stored_and_a_byte_more_is_not()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        (await store.PutAsync("a.pdf", Pdf(20 * 1024 * 1024))).Refusal.ShouldBeNull();
        var refusal = (await store.PutAsync("b.pdf", Pdf(20 * 1024 * 1024 + 1))).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.FileTooLarge);
        refusal.Message(Language.English).ShouldContain("20 MiB");
        (await ledger.QueryAsync<long>("select count(*) from attachments.file")).ShouldBe([1]);
    }

    [Fact]
    public async Task A_file_of_no_known_type_is_refused()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        (await store.PutAsync("a.pdf", "MZ"u8.ToArray())).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.FileTypeUnknown);
    }

    [Fact]
    public async Task What_facts_name_and_is_not_stored_is_missing()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        (await store.CheckAsync()).ShouldSatisfyAllConditions(empty => empty.Stored.ShouldBe(0), empty => empty.Missing.ShouldBeEmpty());
        var stored = (await store.PutAsync("a.pdf", Pdf(10))).Stored!.Sha256;
        await ledger.DoneAsync(Say.RegisterVillage(), Say.OpenBook(), Say.RegisterParty(), SayClaim.HandIn(more: SayClaim.Invoice()), Say.Prepare(more: SayClaim.File(stored)));
        var check = await store.CheckAsync();
        check.Missing.ShouldBe([SayClaim.Hash]);
        check.Damaged.ShouldBeEmpty();
        check.Stored.ShouldBe(1);
        (await store.GetAsync(SayClaim.Hash)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Roles.Writer, "delete from attachments.file")]
    [InlineData(Roles.Writer, "delete from attachments.piece")]
    [InlineData(Roles.Writer, "update attachments.piece set bytes = 'x'")]
    [InlineData(Roles.Reader, "insert into attachments.file values ('x', 'pdf', 1)")]
    [InlineData(Roles.Projector, "select * from attachments.piece")]
    public async Task Nobody_but_the_owner_changes_or_deletes_a_file(string role, string sql)
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var store = new AttachmentStore(ledger.Log);
        await store.PutAsync("a.pdf", Pdf(10));
        await using var source = Roles.Connect(ledger.Log.Connection, role);
#pragma warning disable CA2100 // Texts of tests.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    /// <summary>Bytes that begin as a PDF does; others for each size.</summary>
    private static byte[] Pdf(int size)
    {
        var content = new byte[size];
        for (var i = 0; i < size; i++) content[i] = (byte)((i * 31 + i / 256) % 251);
        Encoding.ASCII.GetBytes("%PDF-").CopyTo(content, 0);
        return content;
    }
}
