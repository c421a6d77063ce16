using System.Runtime.InteropServices;
using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Encoders.Local;
using BriefingBot.Inference.Onnx;

namespace BriefingBot.Inference.Tests.Encoders.Local;

public sealed class EncoderFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-model-");

    public static TheoryData<string, string> WrongDescriptions =>
        new()
        {
            { "pooling: cls", "dimensions is ''; give a number from 2 to 8192" },
            { "dimensions: 384\npooling: max", "pooling is 'max'; choose cls, mean, or none" },
            { "dimensions: 384\npooling: cls\nmax_tokens: 5", "max_tokens is '5'" },
            { "dimensions: 384\npooling: cls\nnormalize: yes", "normalize is 'yes'; choose true or false" },
            { "dimensions: 384\npooling: cls\nprefix: 'query: '", "it has 'prefix', which is not known" },
            { "dimensions: 384\npooling: cls\nsha256: abc", "sha256 is 'abc'" },
            { "just words", "not a list of 'name: value' lines" },
            { "dimensions: [", "cannot be used" },
            { "dimensions: 512\npooling: cls", "correct 'dimensions', 'pooling' or 'output'" },
            { "dimensions: 384\npooling: none", "correct 'dimensions', 'pooling' or 'output'" },
            { "dimensions: 384\npooling: cls\noutput: pooled", "no output 'pooled', only last_hidden_state" },
            { $"dimensions: 384\npooling: cls\nsha256: {new string('0', 64)}", "not the file whose SHA-256 sum" },
        };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(WrongDescriptions))]
    public void A_description_that_cannot_be_is_refused_with_key_value_and_fix(string description, string said)
    {
        CopyModel();
        File.WriteAllText(Path.Combine(_folder.FullName, "encoder.yaml"), description);

        Assert.Contains(said, Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("encoder.yaml", "encoder.yaml is missing: it says what model.onnx is")]
    [InlineData("model.onnx", "model.onnx is missing")]
    [InlineData("vocab.txt", "neither tokenizer.json nor vocab.txt")]
    public void A_missing_file_is_named_with_what_to_do(string name, string said)
    {
        CopyModel();
        File.Delete(Path.Combine(_folder.FullName, name));

        Assert.Contains(said, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        string missing = Path.Combine(_folder.FullName, "nowhere");
        var exception = Assert.Throws<LocalModelException>(() => EncoderFolder.Of(new EncoderOptions { Model = missing }));

        Assert.Contains($"There is no folder {missing}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.onnx")]
    [InlineData("vocab.txt")]
    public void A_file_that_was_cut_short_or_overwritten_is_refused(string name)
    {
        CopyModel();
        File.WriteAllText(Path.Combine(_folder.FullName, "encoder.yaml"), "dimensions: 384\npooling: cls");
        File.WriteAllBytes(Path.Combine(_folder.FullName, name), [.. File.ReadAllBytes(Path.Combine(_folder.FullName, name))[..100]]);

        Refusal();
    }

    [Fact]
    public void A_tokenizer_of_another_kind_is_refused()
    {
        CopyModel();
        File.WriteAllText(
            Path.Combine(_folder.FullName, "tokenizer.json"),
            """{"version":"1.0","model":{"type":"Unigram","vocab":[["<s>",0.0]]}}"""
        );

        Assert.Contains("Encoder:Provider=OpenAI", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_changes_the_vectors_of_passages_changes_their_name_and_what_does_not_does_not()
    {
        CopyModel();
        string path = Path.Combine(_folder.FullName, "encoder.yaml");
        string NameWith(string more)
        {
            File.WriteAllText(path, $"name: own\ndimensions: 384\npooling: cls\n{more}");
            return EncoderFolder.Of(new EncoderOptions { Model = _folder.FullName }).Identity.Name;
        }

        string plain = NameWith("");

        Assert.StartsWith("own/", plain, StringComparison.Ordinal);
        Assert.Equal(plain, NameWith("question_prefix: 'query: '"));
        Assert.NotEqual(plain, NameWith("passage_prefix: 'passage: '"));
        Assert.NotEqual(plain, NameWith("max_tokens: 128"));
    }

    [Fact]
    public void Where_the_runtime_has_no_library_it_is_said_what_to_do()
    {
        Assert.Null(RuntimePlatform.RefusalFor(OSPlatform.OSX, Architecture.Arm64));
        Assert.Null(RuntimePlatform.RefusalFor(OSPlatform.Linux, Architecture.X64));
        Assert.Contains(
            "Set Encoder:Provider to OpenAI",
            RuntimePlatform.RefusalFor(OSPlatform.OSX, Architecture.X64),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Set Encoder:Provider to OpenAI",
            RuntimePlatform.RefusalFor(OSPlatform.Windows, Architecture.X86),
            StringComparison.Ordinal
        );
    }

    private string Refusal()
    {
        var exception = Assert.Throws<LocalModelException>(() =>
            OnnxEncoder.Load(EncoderFolder.Of(new EncoderOptions { Model = _folder.FullName }), 1)
        );
        Assert.DoesNotContain('\n', exception.Message);
        return exception.Message;
    }

    private void CopyModel()
    {
        foreach (string file in Directory.EnumerateFiles(EncoderFolder.Shipped))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }
}
