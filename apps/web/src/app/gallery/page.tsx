export default function Page() {
  return <p className="p-5 text-title font-semibold text-accent">Gallery</p>;
}
