using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Onnx;

namespace BriefingBot.Inference.Encoders.Local;

/// <summary>
/// The folder of a local encoder: what its description says, and the identity that follows from it. Nothing of the model is loaded yet.
/// </summary>
/// <param name="Path">The folder.</param>
/// <param name="Description">Its description, with what the configuration says on top.</param>
/// <param name="Identity">The name of its vectors.</param>
internal sealed record EncoderFolder(string Path, EncoderDescription Description, EncoderIdentity Identity)
{
    /// <summary>Where the build puts the encoder that ships.</summary>
    public static string Shipped { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "arctic-embed-xs");

    /// <summary>The model's file.</summary>
    public string ModelPath => System.IO.Path.Combine(Path, "model.onnx");

    /// <summary>Reads the folder that the options name; relative ones count from the current folder.</summary>
    /// <exception cref="LocalModelException">It cannot be used.</exception>
    public static EncoderFolder Of(EncoderOptions options)
    {
        string path = string.IsNullOrWhiteSpace(options.Model) ? Shipped : System.IO.Path.GetFullPath(options.Model);
        var description = EncoderDescriptionFile.Read(path);
        description = description with
        {
            QuestionPrefix = options.QuestionPrefix ?? description.QuestionPrefix,
            PassagePrefix = options.PassagePrefix ?? description.PassagePrefix,
        };
        string model = System.IO.Path.Combine(path, "model.onnx");
        if (!File.Exists(model))
        {
            throw new LocalModelException(
                $"{model} is missing: copy the model there, or build again when it is the one that the build makes."
            );
        }

        return new EncoderFolder(path, description, description.IdentityOf(description.Sha256 ?? OnnxModel.Sha256Of(model)));
    }
}
