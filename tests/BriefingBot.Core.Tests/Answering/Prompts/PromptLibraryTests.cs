using BriefingBot.Core.Answering.Prompts;
using BriefingBot.Core.Tests.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Prompts;

public sealed class PromptLibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prompts");

    public PromptLibraryTests()
    {
        foreach (var kind in PromptKind.All)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "prompts", kind.FileName), PathOf(kind));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_prompts_of_the_product_are_good()
    {
        var library = Open(new RecordedLog());

        Assert.Equal(["answer@1", "standalone-question@1", "summary@2", "digest@2"], PromptKind.All.Select(kind => library.Get(kind).Tag));
    }

    [Fact]
    public void A_changed_prompt_is_used_at_once()
    {
        var library = Open(new RecordedLog());

        Change("version: 1", "version: 2");

        Assert.Equal("answer@2", library.Get(PromptKind.Answer).Tag);
    }

    [Fact]
    public void A_prompt_that_turned_bad_is_reported_once_and_the_last_good_one_stays_until_it_is_mended()
    {
        RecordedLog log = new();
        var library = Open(log);

        Change("{{question}}", "{{quetsion}}");

        Assert.Equal("answer@1", library.Get(PromptKind.Answer).Tag);
        Assert.Equal("answer@1", library.Get(PromptKind.Answer).Tag);
        Assert.Contains("{{quetsion}} is not known here", Assert.Single(log.Lines), StringComparison.Ordinal);

        Change("{{quetsion}}", "{{question}}");
        Change("version: 1", "version: mended");
        Assert.Equal("answer@mended", library.Get(PromptKind.Answer).Tag);
    }

    [Fact]
    public void A_missing_file_is_named_with_the_setting_that_leads_there()
    {
        File.Delete(PathOf(PromptKind.Digest));

        var error = Assert.Throws<PromptException>(() => Open(new RecordedLog()));

        Assert.Contains("digest.md", error.Message, StringComparison.Ordinal);
        Assert.Contains("Model:Prompts", error.Message, StringComparison.Ordinal);
    }

    private PromptLibrary Open(RecordedLog log) => new(_folder.FullName, new RecordingLogger<PromptLibrary>(log));

    private string PathOf(PromptKind kind) => Path.Combine(_folder.FullName, kind.FileName);

    private void Change(string before, string after)
    {
        string path = PathOf(PromptKind.Answer);
        var written = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, File.ReadAllText(path).Replace(before, after, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, written.AddSeconds(2));
    }
}
