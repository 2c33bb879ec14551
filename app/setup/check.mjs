export async function check() {
  return { passed: 0, failed: 0 };
}
